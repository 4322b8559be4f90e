// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/out_file.h"

#include "app/cli/command.h"
#include "model/checkpoint/weights_file.h"

#include <system_error>
#include <unistd.h>

namespace glyphscope {

void requireWritable(const std::filesystem::path& out)
{
    const std::string suffix = out.extension().string();
    if (!suffix.empty() && !weightsFormatNamed(suffix))
        throw UsageError(GLYPHSCOPE_TEXT("Command",
                                         "--out %1: weights are not written as %2. Give the name one "
                                         "of .safetensors, .pt, .onnx and .npz."),
                         out, suffix);
    const std::filesystem::path folder = std::filesystem::absolute(out).parent_path();
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (!std::filesystem::is_directory(folder, code) || std::filesystem::is_directory(out, code) ||
        ::access(folder.c_str(), W_OK) != 0)
        throw Error(
            GLYPHSCOPE_TEXT(
                "Command",
                "%1: the weights cannot be written there. Name a file in a folder of yours with --out."),
            out);
}

}  // namespace glyphscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/mnist_location.h"

#include "model/data/dataset_folder.h"

#include <array>
#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace glyphscope {
namespace {

std::filesystem::path fromEnvironment(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

std::filesystem::path home()
{
    if (std::filesystem::path path = fromEnvironment("HOME"); !path.empty())
        return path;
    // not getpwuid(): the window and the training's thread may both ask
    std::array<char, 4096> text{};
    passwd user{};
    passwd* found = nullptr;
    getpwuid_r(getuid(), &user, text.data(), text.size(), &found);
    return found != nullptr ? found->pw_dir : "/";
}

}  // namespace

std::filesystem::path mnistFolder()
{
    if (const auto data = fromEnvironment("GLYPHSCOPE_DATA"); !data.empty())
        return data / "mnist";
    if (const auto data = fromEnvironment("XDG_DATA_HOME"); data.is_absolute())
        return data / "glyphscope" / "mnist";
    return home() / ".local" / "share" / "glyphscope" / "mnist";
}

bool hasMnist()
{
    return hasIdxFiles(mnistFolder());
}

Message howToGetMnist()
{
    return Message(GLYPHSCOPE_TEXT("Data", "MNIST is not in %1. ./run.sh fetches it; or set GLYPHSCOPE_DATA, "
                                           "or choose another folder of IDX files."),
                   mnistFolder());
}

}  // namespace glyphscope

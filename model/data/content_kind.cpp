// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/content_kind.h"

#include "model/data/detail/zip_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace glyphscope {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHead = 4096;
constexpr std::string_view kTableEnd = "\x57\xfb\x80\x8b\x24\x75\x47\xdb"sv;  // of a checkpoint's .index

struct Mark {
    ContentKind kind;
    std::string_view bytes;
    std::size_t at = 0;
};

/// The first that fits counts.
constexpr auto kMarks = std::to_array<Mark>({
    {ContentKind::LegacyPyTorch, "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19"sv},
    {ContentKind::Gzip, "\x1f\x8b"sv},
    {ContentKind::Packed, "BZh"sv},
    {ContentKind::Packed, "\xfd"
                          "7zXZ"sv},
    {ContentKind::Packed, "\x28\xb5\x2f\xfd"sv},
    {ContentKind::Packed, "7z\xbc\xaf\x27\x1c"sv},
    {ContentKind::Packed, "Rar!"sv},
    {ContentKind::Tar, "ustar"sv, 257},
    {ContentKind::Hdf5, "\x89HDF\r\n\x1a\n"sv},
    {ContentKind::NumpyArray, "\x93NUMPY"sv},
    {ContentKind::TfLite, "TFL3"sv, 4},
    {ContentKind::Gguf, "GGUF"sv},
    {ContentKind::TensorFlow, "\x08\x01\x12"sv},
    {ContentKind::TensorFlow, "model_checkpoint_path:"sv},
    {ContentKind::GitLfsPointer, "version https://git-lfs"sv},
    {ContentKind::GitLfsPointer, "version https://hawser"sv},
    {ContentKind::Picture, "\x89PNG\r\n\x1a\n"sv},
    {ContentKind::Picture, "\xff\xd8\xff"sv},
    {ContentKind::Picture, "GIF8"sv},
    {ContentKind::Picture, "WEBP"sv, 8},
    {ContentKind::Picture, "II*\0"sv},
    {ContentKind::Picture, "MM\0*"sv},
    {ContentKind::Picture, "%PDF-"sv},
});

bool isPickle(std::string_view head)
{
    return head.size() >= 2 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5;
}

/// Eight bytes of a length below 2^32, and JSON.
bool isSafetensors(std::string_view head)
{
    return head.size() > 8 && head[8] == '{' && head.substr(4, 4) == "\0\0\0\0"sv;
}

/// Two zeros, a type of numbers, and how many dimensions.
bool isIdx(std::string_view head)
{
    return head.size() >= 4 && head.starts_with("\0\0"sv) &&
           "\x08\x09\x0b\x0c\x0d\x0e"sv.find(head[2]) != std::string_view::npos && head[3] >= 1 &&
           head[3] <= 4;
}

/// A ModelProto: its version, 3 at least, then one of its fields that have a length.
bool isOnnx(std::string_view head)
{
    return head.size() >= 3 && head[0] == '\x08' && head[1] >= 3 && head[1] < 0x20 &&
           "\x12\x1a\x22\x2a\x32\x3a\x42"sv.find(head[2]) != std::string_view::npos;
}

bool isPlainText(std::string_view head)
{
    return std::ranges::none_of(
        head, [](unsigned char c) { return (c < ' ' && std::isspace(c) == 0 && c != '\x1b') || c == 0x7f; });
}

ContentKind kindOfText(std::string_view head)
{
    if (head.starts_with("\xef\xbb\xbf"))
        head.remove_prefix(3);
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    std::string lower(head);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (lower.starts_with("<!doctype html") || (lower.starts_with('<') && lower.find("<html") < kHead))
        return ContentKind::WebPage;
    if (head.starts_with('{') || head.starts_with('['))
        return head.find("\"weight_map\"") != std::string_view::npos ? ContentKind::ShardIndex
                                                                     : ContentKind::Json;
    const bool keyword =
        head.size() > 1 && head[0] == '.' && std::isalpha(static_cast<unsigned char>(head[1]));
    return head.starts_with('<') || keyword ? ContentKind::Ink : ContentKind::Text;
}

/// Of anything but a zip.
ContentKind kindOfHead(std::string_view head)
{
    const auto* mark = std::ranges::find_if(kMarks, [head](const Mark& known) {
        return head.size() >= known.at && head.substr(known.at).starts_with(known.bytes);
    });
    if (mark != kMarks.end())
        return mark->kind;
    if (isIdx(head))
        return ContentKind::Idx;
    if (isSafetensors(head))  // whose length may begin as a pickle does
        return ContentKind::Safetensors;
    if (isPickle(head))
        return ContentKind::Pickle;
    if (isOnnx(head))
        return ContentKind::Onnx;
    if (head.starts_with("BM") && !isPlainText(head))
        return ContentKind::Picture;
    if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff"))
        return ContentKind::Ink;  // text in UTF-16, which XML may be
    return isPlainText(head) ? kindOfText(head) : ContentKind::Unknown;
}

ContentKind kindOfZip(const std::vector<std::string>& names)
{
    const auto any = [&names](auto holds) { return std::ranges::any_of(names, holds); };
    const auto ends = [](std::string_view end) {
        return [end](const std::string& name) { return name.ends_with(end); };
    };
    if (any(ends("/constants.pkl")) && any([](const std::string& name) {
            return name.find("/code/") != std::string::npos || name.ends_with("/data.pkl");
        }))
        return ContentKind::TorchScript;
    if (names.empty())
        return ContentKind::BrokenZip;
    if (any(ends("/data.pkl")))
        return ContentKind::PyTorch;
    if (std::ranges::all_of(names, ends(".npy")))
        return ContentKind::NumpyArchive;
    return any(ends(".weights.h5")) ? ContentKind::Keras : ContentKind::Zip;
}

/// `read` gives bytes of a file of `size` from an offset on.
ContentKind kindOf(std::uint64_t size, const ReadAt& read)
{
    const std::string head = read(0, kHead);
    if (head.empty())
        return size == 0 ? ContentKind::Empty : ContentKind::Unknown;
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"))
        return kindOfZip(zipNames(size, read));
    if (size >= kTableEnd.size() && read(size - kTableEnd.size(), kTableEnd.size()) == kTableEnd)
        return ContentKind::TensorFlow;
    return kindOfHead(head);
}

Message packedAdvice(ContentKind kind)
{
    switch (kind) {
    case ContentKind::GitLfsPointer:
        return GLYPHSCOPE_TEXT("Data", "a Git LFS pointer: a note of where the file is, not the file itself. "
                                       "Fetch it with git lfs pull, or download it again.");
    case ContentKind::WebPage:
        return GLYPHSCOPE_TEXT("Data",
                               "a web page: the download gave the page around the file, or one with an "
                               "error. Open it in a browser, and download the file itself.");
    case ContentKind::Gzip:
        return GLYPHSCOPE_TEXT("Data", "packed with gzip. Unpack it with gunzip, and choose what is inside.");
    case ContentKind::Packed:
        return GLYPHSCOPE_TEXT("Data", "a packed archive. Unpack it, and choose the file inside.");
    case ContentKind::Tar:
        return GLYPHSCOPE_TEXT("Data",
                               "a tar archive. Unpack it with tar -xf, and choose the file inside; if "
                               "PyTorch before 0.1.11 wrote it, load it in Python and save it again.");
    default:
        return GLYPHSCOPE_TEXT("Data", "a zip of other files. Unpack it, and choose the file or the folder "
                                       "inside.");
    }
}

}  // namespace

ContentKind contentKindOf(std::span<const std::byte> bytes)
{
    return kindOf(bytes.size(), [bytes](std::uint64_t at, std::size_t count) {
        if (at >= bytes.size())
            return std::string();
        const auto part = bytes.subspan(static_cast<std::size_t>(at));
        return std::string(reinterpret_cast<const char*>(part.data()), std::min(count, part.size()));
    });
}

ContentKind contentKindOf(const std::filesystem::path& file)
{
    std::error_code code;
    if (!std::filesystem::is_regular_file(file, code))  // opening a pipe would wait for its other end
        return ContentKind::Unknown;
    const std::uint64_t size = std::filesystem::file_size(file, code);
    std::ifstream in(file, std::ios::binary);
    if (code || !in)
        return ContentKind::Unknown;
    return kindOf(size, [&in](std::uint64_t at, std::size_t count) {
        std::string bytes(count, '\0');
        in.clear();
        in.seekg(static_cast<std::streamoff>(at));
        in.read(bytes.data(), static_cast<std::streamsize>(count));
        bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
        return bytes;
    });
}

std::optional<Message> adviceFor(ContentKind kind)
{
    switch (kind) {
    case ContentKind::TorchScript:
        return GLYPHSCOPE_TEXT("Data", "a TorchScript archive, which is a program and its weights. Save the "
                                       "weights alone from Python: torch.save(torch.jit.load(\"model.pt\")"
                                       ".state_dict(), \"weights.pt\").");
    case ContentKind::LegacyPyTorch:
        return GLYPHSCOPE_TEXT("Data",
                               "weights as torch.save wrote them before PyTorch 1.6. Load them in Python "
                               "where you trust them, and save them again: torch.save(torch.load("
                               "\"old.pt\"), \"weights.pt\").");
    case ContentKind::Pickle:
        return GLYPHSCOPE_TEXT("Data",
                               "a bare pickle, which is code; no code in a file is ever run. Load it in "
                               "Python where you trust it, and save the weights from there: "
                               "torch.save(model.state_dict(), \"weights.pt\").");
    case ContentKind::NumpyArchive:
    case ContentKind::NumpyArray:
        return GLYPHSCOPE_TEXT("Data",
                               "arrays of NumPy, which are not read as weights. Save them from Python "
                               "as safetensors: safetensors.numpy.save_file(arrays, "
                               "\"weights.safetensors\").");
    case ContentKind::Hdf5:
    case ContentKind::Keras:
        return GLYPHSCOPE_TEXT("Data",
                               "a model of Keras or other data in HDF5, which is not read. Weights are "
                               "read as PyTorch's .pt or safetensors; convert them in Python.");
    case ContentKind::Onnx:
        return GLYPHSCOPE_TEXT("Data", "an ONNX model. ONNX is written here, not read: choose the .pt or "
                                       "safetensors that it was made of.");
    case ContentKind::TensorFlow:
    case ContentKind::TfLite:
        return GLYPHSCOPE_TEXT("Data", "a part of a TensorFlow model, which is not read. Weights are read as "
                                       "PyTorch's .pt or safetensors; convert them in Python.");
    case ContentKind::Gguf:
        return GLYPHSCOPE_TEXT("Data",
                               "a model in GGUF, which is not read. Weights are read as PyTorch's .pt or "
                               "safetensors.");
    case ContentKind::ShardIndex:
        return GLYPHSCOPE_TEXT("Data",
                               "the index of weights that lie in several files, not the weights. Put them "
                               "into one file in Python: safetensors.torch.save_file(tensors, "
                               "\"weights.safetensors\").");
    case ContentKind::GitLfsPointer:
    case ContentKind::WebPage:
    case ContentKind::Zip:
    case ContentKind::Gzip:
    case ContentKind::Packed:
    case ContentKind::Tar:
        return packedAdvice(kind);
    default:
        return std::nullopt;
    }
}

}  // namespace glyphscope

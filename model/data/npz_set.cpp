// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/npz_set.h"

#include "model/data/detail/npy.h"
#include "model/data/detail/zip_names.h"
#include "model/data/idx.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>
#include <zlib.h>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kDeflateAtMost = 1032;  // bytes out of one
constexpr std::size_t kMostNpyHeader = 4096;

/// How the four arrays may be called, in small letters.
struct ArrayNames {
    const char* trainImages;
    const char* trainLabels;
    const char* testImages;
    const char* testLabels;
};
constexpr auto kArrayNames =
    std::to_array<ArrayNames>({{"x_train", "y_train", "x_test", "y_test"},
                               {"train_images", "train_labels", "test_images", "test_labels"}});

/// An .npz that is open, and its directory.
class NpzFile {
public:
    explicit NpzFile(const fs::path& path) : m_name(path.filename().string()), m_in(path, std::ios::binary)
    {
        std::error_code code;
        m_size = fs::file_size(path, code);
        if (!code && m_in)
            m_facts =
                zipDirectory(m_size, [this](std::uint64_t at, std::size_t count) { return read(at, count); });
    }

    [[nodiscard]] const std::string& name() const { return m_name; }

    [[nodiscard]] const ZipFact* find(std::string_view array) const
    {
        const auto found = std::ranges::find_if(m_facts, [array](const ZipFact& fact) {
            return std::ranges::equal(fact.name, std::string(array) + ".npy", {},
                                      [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        });
        return found == m_facts.end() ? nullptr : &*found;
    }

    /// The beginning of an entry, or all of it if `most` is its size. Throws Error.
    [[nodiscard]] std::string content(const ZipFact& fact, std::uint64_t most)
    {
        const std::string packed = packedContent(fact, most);
        std::string out = fact.method == 0 ? packed : inflated(fact, packed, most);
        if (most == fact.size &&
            crc32_z(0, reinterpret_cast<const Bytef*>(out.data()), out.size()) != fact.crc)
            refuse(fact, GLYPHSCOPE_TEXT("Data", "does not match its CRC-32. Fetch the file again."));
        return out;
    }

    [[noreturn]] void refuse(const ZipFact& fact, const Message& reason) const
    {
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: %2"), labelOf(fact), reason);
    }

    /// "mnist.npz: x_train.npy".
    [[nodiscard]] Message labelOf(const ZipFact& fact) const
    {
        return {GLYPHSCOPE_TEXT("Data", "%1: %2"), m_name, fact.name};
    }

private:
    std::string read(std::uint64_t at, std::size_t count)
    {
        if (at > m_size)
            return {};
        std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(count, m_size - at)), '\0');
        m_in.clear();
        m_in.seekg(static_cast<std::streamoff>(at));
        m_in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(m_in.gcount(), 0)));
        return bytes;
    }

    /// Behind the entry's own header, whose names may be longer than the directory's.
    std::string packedContent(const ZipFact& fact, std::uint64_t most)
    {
        constexpr std::size_t kHeader = 30;
        const bool known = fact.method == 0 || fact.method == 8;
        if (!known || fact.packed > m_size || (fact.method == 0 && fact.packed != fact.size) ||
            fact.size > kLargestIdx || fact.size > fact.packed * kDeflateAtMost + kMostNpyHeader)
            refuse(fact, GLYPHSCOPE_TEXT("Data", "is larger than 1 GiB, packed otherwise than NumPy does, or "
                                                 "damaged. Fetch the file again."));
        const std::string header = read(fact.offset, kHeader);
        if (header.size() < kHeader || !header.starts_with("PK\x03\x04"))
            refuse(fact, GLYPHSCOPE_TEXT("Data", "is not where the zip says. Fetch the file again."));
        const auto number = [&header](std::size_t at) {
            return std::uint64_t{static_cast<unsigned char>(header[at])} |
                   std::uint64_t{static_cast<unsigned char>(header[at + 1])} << 8U;
        };
        const std::uint64_t wanted = most < fact.size ? std::min(fact.packed, most) : fact.packed;
        std::string packed =
            read(fact.offset + kHeader + number(26) + number(28), static_cast<std::size_t>(wanted));
        if (packed.size() < wanted)
            refuse(fact, GLYPHSCOPE_TEXT("Data", "breaks off. Fetch the file again."));
        return packed;
    }

    std::string inflated(const ZipFact& fact, const std::string& packed, std::uint64_t most) const
    {
        std::string out(static_cast<std::size_t>(std::min(most, fact.size)), '\0');
        z_stream zip{};
        if (inflateInit2(&zip, -15) != Z_OK)
            refuse(fact, GLYPHSCOPE_TEXT("Data", "there is no memory left to unpack it."));
        zip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        zip.avail_in = static_cast<uInt>(packed.size());
        zip.next_out = reinterpret_cast<Bytef*>(out.data());
        zip.avail_out = static_cast<uInt>(out.size());
        const int status = inflate(&zip, Z_SYNC_FLUSH);
        const std::size_t made = out.size() - zip.avail_out;
        inflateEnd(&zip);
        const bool whole = most >= fact.size;
        if ((status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) ||
            (whole && (status != Z_STREAM_END || made != fact.size)))
            refuse(fact, GLYPHSCOPE_TEXT("Data", "its packed data is damaged. Fetch the file again."));
        out.resize(made);
        return out;
    }

    std::string m_name;
    std::ifstream m_in;
    std::uint64_t m_size = 0;
    std::vector<ZipFact> m_facts;
};

/// The four entries of a data set, if they are there.
struct SetEntries {
    const ZipFact* trainImages = nullptr;
    const ZipFact* trainLabels = nullptr;
    const ZipFact* testImages = nullptr;
    const ZipFact* testLabels = nullptr;
};

std::optional<SetEntries> entriesOf(const NpzFile& file)
{
    for (const ArrayNames& names : kArrayNames) {
        const SetEntries entries{file.find(names.trainImages), file.find(names.trainLabels),
                                 file.find(names.testImages), file.find(names.testLabels)};
        if (entries.trainImages && entries.trainLabels && entries.testImages && entries.testLabels)
            return entries;
    }
    return std::nullopt;
}

/// The sides without those of 1 behind the first.
std::vector<std::uint64_t> plainShape(std::vector<std::uint64_t> shape)
{
    while (shape.size() > 1 && shape.back() == 1)
        shape.pop_back();
    return shape;
}

NpyHeader headerOf(NpzFile& file, const ZipFact& fact)
{
    return npyHeader(file.content(fact, std::min<std::uint64_t>(fact.size, kMostNpyHeader)),
                     file.labelOf(fact));
}

/// How many images there are. Throws Error for others than 28x28 of bytes.
std::uint64_t imageCount(const NpzFile& file, const ZipFact& fact, const NpyHeader& header)
{
    const std::vector<std::uint64_t> shape = plainShape(header.shape);
    const bool square = shape.size() == 3 && shape[1] == kGlyphSide && shape[2] == kGlyphSide;
    const bool flat = shape.size() == 2 && shape[1] == kGlyphPixels;
    if (!square && !flat)
        file.refuse(fact,
                    GLYPHSCOPE_TEXT("Data", "its shape is none of images of 28x28. Choose a set in MNIST's "
                                            "format."));
    if (header.type != "|u1")
        file.refuse(fact,
                    {GLYPHSCOPE_TEXT("Data", "its numbers are of the type %1, and bytes (uint8) are needed. "
                                             "Save it as such."),
                     header.type});
    if (shape[0] == 0 || shape[0] > fact.size || header.bytes + shape[0] * kGlyphPixels != fact.size)
        file.refuse(fact,
                    GLYPHSCOPE_TEXT("Data", "its size is not what its shape says. Fetch the file again."));
    return shape[0];
}

std::vector<std::uint8_t> labelsOf(NpzFile& file, const ZipFact& fact, std::uint64_t count)
{
    const NpyHeader header = headerOf(file, fact);
    const std::string_view type = header.type;
    const bool whole = type.size() == 3 && (type[0] == '<' || type[0] == '|') &&
                       (type[1] == 'u' || type[1] == 'i') &&
                       std::string_view("1248").find(type[2]) != std::string_view::npos;
    const std::vector<std::uint64_t> shape = plainShape(header.shape);
    if (!whole || shape.size() != 1)
        file.refuse(fact,
                    GLYPHSCOPE_TEXT("Data", "holds no labels: it needs a whole number for each image."));
    if (shape[0] != count)
        file.refuse(fact, {GLYPHSCOPE_TEXT("Data", "%1 labels for %2 images. Fetch the set again."), shape[0],
                           count});
    const auto bytes = static_cast<std::uint64_t>(type[2] - '0');
    if (header.bytes + count * bytes != fact.size)
        file.refuse(fact,
                    GLYPHSCOPE_TEXT("Data", "its size is not what its shape says. Fetch the file again."));
    const std::string content = file.content(fact, fact.size);
    std::vector<std::uint8_t> labels(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string_view number = std::string_view(content).substr(header.bytes + i * bytes, bytes);
        labels[i] = static_cast<std::uint8_t>(number.front());
        if (number.find_first_not_of('\0', 1) != std::string_view::npos)
            file.refuse(fact,
                        {GLYPHSCOPE_TEXT("Data", "the label of image %1 (from 0) is none from 0 to 255. "
                                                 "Correct it, or fetch the file again."),
                         i});
    }
    return labels;
}

Dataset datasetOf(NpzFile& file, const ZipFact& images, const ZipFact& labels)
{
    const NpyHeader header = headerOf(file, images);
    const std::uint64_t count = imageCount(file, images, header);
    Dataset data;
    data.labels = labelsOf(file, labels, count);
    const std::string content = file.content(images, images.size);
    data.images.assign(content.begin() + static_cast<std::ptrdiff_t>(header.bytes), content.end());
    return data;
}

}  // namespace

bool isNpzSet(const fs::path& file)
{
    std::error_code code;
    return fs::is_regular_file(file, code) && entriesOf(NpzFile(file)).has_value();
}

TrainTest readNpzSet(const fs::path& file)
{
    NpzFile npz(file);
    const std::optional<SetEntries> entries = entriesOf(npz);
    if (!entries)
        throw Error(GLYPHSCOPE_TEXT("Data",
                                    "%1: arrays of NumPy, but none of a data set. It needs x_train, y_train, "
                                    "x_test and y_test."),
                    npz.name());
    TrainTest set;
    set.train = datasetOf(npz, *entries->trainImages, *entries->trainLabels);
    set.test = datasetOf(npz, *entries->testImages, *entries->testLabels);
    return set;
}

}  // namespace glyphscope

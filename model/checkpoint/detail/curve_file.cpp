// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/curve_file.h"

#include "model/checkpoint/detail/run_files.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <string>

namespace glyphscope {
namespace {

static_assert(std::endian::native == std::endian::little, "curves.bin is little-endian");

constexpr std::size_t kFloats = 7;
constexpr std::array<char, 8> kMagic = {'G', 'S', 'C', 'U', 'R', 'V', 'E', 'S'};
constexpr std::uint32_t kCurveVersion = 1;
constexpr std::size_t kRecordsAtOnce = 8192;

struct Record {
    std::int64_t step = 0;
    std::array<float, kFloats> values = {};
};
static_assert(sizeof(std::int64_t) + sizeof(std::array<float, kFloats>) == kCurveRecordBytes);

std::string nameOf(const std::filesystem::path& file)
{
    return file.parent_path().filename().string() + "/" + file.filename().string();
}

/// The records of a file one after the other, each checked.
class CurveReader {
public:
    explicit CurveReader(const std::filesystem::path& file)
        : m_name(nameOf(file)), m_in(file, std::ios::binary), m_buffer(kRecordsAtOnce * kCurveRecordBytes)
    {
        if (!m_in)
            throw Error(
                GLYPHSCOPE_TEXT("Checkpoint",
                                "%1: cannot be opened. Check that it is there and that you may read it."),
                file);
    }

    /// False if the file ends within it.
    bool readHeader()
    {
        const std::vector<std::byte> expected = curveHeader();
        std::vector<std::byte> header(kCurveHeaderBytes);
        header.resize(fill(header));
        if (!std::ranges::equal(header, std::span(expected).first(header.size())))
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "does not begin as curves of this version do"));
        return header.size() == kCurveHeaderBytes;
    }

    bool next(Record& record)
    {
        if (m_at == m_end) {
            m_end = fill(m_buffer) / kCurveRecordBytes;
            m_at = 0;
        }
        if (m_at == m_end)
            return false;
        const std::byte* from = m_buffer.data() + m_at++ * kCurveRecordBytes;
        const std::int64_t before = record.step;
        std::memcpy(&record.step, from, sizeof record.step);
        std::memcpy(record.values.data(), from + sizeof record.step, sizeof record.values);
        m_before = before;
        ++m_count;
        return true;
    }

    /// Separate from next(): what is cut off is not checked.
    void check(const Record& record) const
    {
        if (m_count > run_files::kCurveRecords)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "has more than %1 records"), run_files::kCurveRecords});
        if (record.step <= m_before)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "has step %1 after step %2 in record %3"), record.step,
                    m_before, m_count});
        if (!std::isfinite(record.values[0]) || !std::isfinite(record.values[1]))
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "has no finite time in record %1"), m_count});
    }

private:
    [[noreturn]] void refuse(const Message& reason) const
    {
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: %2. The file is damaged; the run's weights are not."),
                    m_name, reason);
    }

    std::size_t fill(std::span<std::byte> bytes)
    {
        m_in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        if (m_in.bad())
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "cannot be read"));
        return static_cast<std::size_t>(m_in.gcount());
    }

    std::string m_name;
    std::ifstream m_in;
    std::vector<std::byte> m_buffer;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    std::int64_t m_before = 0;
    std::uint64_t m_count = 0;
};

void add(const Record& r, StepCurves& curves)
{
    curves.step.push_back(r.step);
    curves.epoch.push_back(r.values[0]);
    curves.seconds.push_back(r.values[1]);
    curves.loss.push_back(r.values[2]);
    curves.accuracy.push_back(r.values[3]);
    curves.learningRate.push_back(r.values[4]);
    curves.gradientNorm.push_back(r.values[5]);
    curves.imagesPerSecond.push_back(r.values[6]);
}

/// Room for what a file of that size claims, up to a size that does no harm if it lies.
void reserve(StepCurves& curves, std::uintmax_t bytes)
{
    constexpr std::uintmax_t kMost = 1'000'000;
    const auto count = static_cast<std::size_t>(std::min(bytes / kCurveRecordBytes, kMost));
    curves.step.reserve(count);
    for (std::vector<float>* column : {&curves.epoch, &curves.seconds, &curves.loss, &curves.accuracy,
                                       &curves.learningRate, &curves.gradientNorm, &curves.imagesPerSecond})
        column->reserve(count);
}

}  // namespace

std::vector<std::byte> curveHeader()
{
    std::vector<std::byte> header(kCurveHeaderBytes);
    constexpr std::uint32_t kSize = kCurveRecordBytes;
    std::memcpy(header.data(), kMagic.data(), kMagic.size());
    std::memcpy(header.data() + 8, &kCurveVersion, sizeof kCurveVersion);
    std::memcpy(header.data() + 12, &kSize, sizeof kSize);
    return header;
}

std::vector<std::byte> curveRecords(std::span<const StepStats> steps)
{
    std::vector<std::byte> bytes(steps.size() * kCurveRecordBytes);
    std::byte* to = bytes.data();
    for (const StepStats& s : steps) {
        const std::array<double, kFloats> values = {
            s.epoch, s.seconds, s.loss, s.accuracy, s.learningRate, s.gradientNorm, s.imagesPerSecond};
        std::array<float, kFloats> floats;
        std::ranges::transform(values, floats.begin(), [](double v) { return static_cast<float>(v); });
        std::memcpy(to, &s.step, sizeof s.step);
        std::memcpy(to + sizeof s.step, floats.data(), sizeof floats);
        to += kCurveRecordBytes;
    }
    return bytes;
}

StepCurves readCurves(const std::filesystem::path& file)
{
    CurveReader reader(file);
    StepCurves curves;
    if (!reader.readHeader())
        return curves;
    std::error_code unknown;
    const std::uintmax_t bytes = std::filesystem::file_size(file, unknown);
    reserve(curves, unknown ? 0 : bytes);
    for (Record record; reader.next(record);) {
        reader.check(record);
        add(record, curves);
    }
    return curves;
}

CurveEnd curveEnd(const std::filesystem::path& file, std::int64_t step)
{
    CurveReader reader(file);
    CurveEnd end;
    if (!reader.readHeader())
        return end;
    end.bytes = kCurveHeaderBytes;
    for (Record record; end.step < step && reader.next(record) && record.step <= step;) {
        reader.check(record);
        end = {end.bytes + kCurveRecordBytes, record.step, record.values[0], record.values[1]};
    }
    return end;
}

}  // namespace glyphscope

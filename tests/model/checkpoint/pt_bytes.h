// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/detail/zip_writer.h"

#include <QtCore/QByteArray>

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace glyphscope::test {

inline std::span<const std::byte> bytesOf(const QByteArray& bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// Opcodes of a pickle, written by hand.
namespace pickle {

inline QByteArray word(quint32 value)
{
    QByteArray bytes;
    for (int shift = 0; shift < 32; shift += 8)
        bytes.append(static_cast<char>(value >> shift & 0xFFU));
    return bytes;
}

inline QByteArray text(const QByteArray& value)
{
    return 'X' + word(static_cast<quint32>(value.size())) + value;
}

inline QByteArray number(quint32 value)
{
    return 'J' + word(value);
}

inline QByteArray tuple(const QByteArray& items)
{
    return '(' + items + 't';
}

inline QByteArray dict(const QByteArray& pairs)
{
    return "}(" + pairs + 'u';
}

/// `name` with a line end for its space: "os\nsystem".
inline QByteArray call(const QByteArray& name, const QByteArray& arguments)
{
    return 'c' + name + '\n' + tuple(arguments) + 'R';
}

inline QByteArray storage(quint32 count, const QByteArray& key = "0", const QByteArray& type = "FloatStorage")
{
    return tuple(text("storage") + "ctorch\n" + type + '\n' + text(key) + text("cpu") + number(count)) + 'Q';
}

struct TensorParts {
    QByteArray storage = pickle::storage(4);
    QByteArray offset = number(0);
    QByteArray shape = tuple(number(4));
    QByteArray strides = tuple(number(1));
    QByteArray behind = QByteArray("\x89}");  ///< requires_grad and hooks
};

inline QByteArray tensor(const TensorParts& parts = {})
{
    return call("torch._utils\n_rebuild_tensor_v2",
                parts.storage + parts.offset + parts.shape + parts.strides + parts.behind);
}

/// With its beginning and its end.
inline QByteArray whole(const QByteArray& opcodes)
{
    return QByteArray("\x80\x02", 2) + opcodes + '.';
}

}  // namespace pickle

using Entries = std::vector<std::pair<const char*, QByteArray>>;

/// A zip as torch.save makes it: this pickle, and a storage "0" of the floats 1, 2, 3, 4 unless `more` says
/// otherwise.
inline std::vector<std::byte> ptOf(const QByteArray& pickle, const Entries& more = {})
{
    static constexpr float kValues[] = {1, 2, 3, 4};
    ZipWriter zip(".pt");
    zip.add("a/data.pkl", bytesOf(pickle));
    if (more.empty())
        zip.add("a/data/0", std::as_bytes(std::span(kValues)));
    for (const auto& [name, content] : more)
        zip.add(name, bytesOf(content));
    return std::move(zip).finish();
}

}  // namespace glyphscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace glyphscope {

/// CRC-32C (Castagnoli), as RFC 3720 has it: 0xE3069283 of "123456789".
[[nodiscard]] quint32 crc32c(QByteArrayView bytes);

/// Appends one record of a TFRecord file: the length as u64, its masked CRC, the bytes, their masked CRC, all
/// little endian (TensorFlow, "TFRecord and tf.train.Example").
void appendRecord(QByteArray& file, QByteArrayView record);

}  // namespace glyphscope

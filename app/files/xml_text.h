// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringView>

namespace glyphscope {

/// The characters of an XML document, so that whoever looks at them before they are parsed sees what the
/// parser will see. Its encoding is UTF-16 where it begins as that, or else the declared one, or else UTF-8;
/// Latin-1 and ASCII are read, too. Throws Error with `name` for any other and for what is not in it.
[[nodiscard]] QString xmlText(const QByteArray& bytes, const QString& name);

/// Whether a tag has more characters than `most`. Qt compares every attribute with all those before it: a tag
/// of a megabyte of them takes half a minute.
[[nodiscard]] bool hasTagLongerThan(qsizetype most, QStringView xml);

}  // namespace glyphscope

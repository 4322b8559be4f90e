// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tour_arguments.h"

#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "model/types/error.h"

namespace glyphscope {
namespace {

/// Of "WxH".
QSize windowSize(const QString& text)
{
    constexpr QSize kLeast{1024, 720};  // nothing smaller is promised
    constexpr QSize kMost{7680, 4320};
    const QStringList sides = text.split(u'x');
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || size.expandedTo(kLeast) != size || size.boundedTo(kMost) != size)
        throw UsageError(GLYPHSCOPE_TEXT(
            "Tour", "--size needs a width and a height from 1024x720 to 7680x4320, for example 1280x720."));
    return size;
}

}  // namespace

std::optional<TourArguments> tourArguments(const QStringList& arguments)
{
    Command command(
        QStringLiteral("tour"), QStringLiteral("DIR"),
        CommandText::tr(
            "Drives the real window through its main jobs and saves a picture of each step in DIR."));
    command.addOption(QStringLiteral("size"), CommandText::tr("size of the window in pixels"),
                      QStringLiteral("WxH"));
    if (!command.parse(arguments))
        return std::nullopt;
    if (command.files().size() != 1)
        throw UsageError(
            GLYPHSCOPE_TEXT("Tour", "tour needs one folder for its pictures. Try glyphscope tour --help."));
    TourArguments result{.folder = command.files().first()};
    if (command.isSet(QStringLiteral("size")))
        result.size = windowSize(command.value(QStringLiteral("size")));
    return result;
}

}  // namespace glyphscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/weights_source.h"
#include "app/files/ink_data.h"
#include "app/session/interrupt_session.h"
#include "model/data/dataset_folder.h"

#include <stop_token>

namespace glyphscope {
namespace {

constexpr int kDigits = 10;

Dataset dataFor(const Command& command)
{
    const bool ink = command.isSet(QStringLiteral("ink"));
    if (ink == command.isSet(QStringLiteral("data")))
        throw UsageError("evaluate needs either --data DIR or --ink FILE... Try glyphscope evaluate --help.");
    if (!ink) {
        if (!command.files().isEmpty())
            throw UsageError("evaluate --data takes one folder and no files.");
        return loadIdxFolder(command.text(QStringLiteral("data"))).test;
    }
    return readInkDataset(command.values(QStringLiteral("ink")) + command.files(), kDigits);
}

}  // namespace

int evaluateCommand(const QStringList& arguments)
{
    Command command(
        QStringLiteral("evaluate"), QStringLiteral("(--data DIR | --ink FILE...) [options]"),
        QStringLiteral("Reads a labelled set and counts. Rows of the confusion matrix are the truth."));
    command.addOption(QStringLiteral("data"), QStringLiteral("folder of IDX files; its test set is read"),
                      QStringLiteral("DIR"));
    command.addOption(QStringLiteral("ink"), QStringLiteral("InkML files with labelled digits"),
                      QStringLiteral("FILE"));
    if (!command.parse(arguments))
        return kDone;

    std::stop_source stop;
    const InterruptSession interrupt([&stop] { stop.request_stop(); });
    const Dataset data = dataFor(command);
    const Evaluation evaluation = engineFor(command)->evaluate(
        weightsFor(command), data, command.text(QStringLiteral("device")), stop.get_token());
    if (command.json())
        printLine(evaluationJson(evaluation));
    else
        printLine(evaluationText(evaluation, data.classNames));
    return stop.stop_requested() ? kInterrupted : kDone;
}

}  // namespace glyphscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/data_notes.h"
#include "app/cli/read_all.h"
#include "app/cli/read_drawings.h"
#include "app/cli/report.h"
#include "app/cli/standard_input.h"
#include "app/cli/truth_report.h"
#include "app/cli/weights_source.h"
#include "app/files/ink_data.h"
#include "app/files/training_data.h"
#include "app/session/interrupt_session.h"
#include "model/calibration/reliability.h"
#include "model/data/dataset_folder.h"

#include <span>
#include <stop_token>

namespace glyphscope {
namespace {

/// A labelled set, with the drawings' ids where it is of drawings.
struct Labelled {
    Dataset data;
    std::vector<std::string> ids;
};

Labelled dataFor(const Command& command, const ClassSet& classes)
{
    const bool ink = command.isSet(QStringLiteral("ink"));
    if (ink == command.isSet(QStringLiteral("data")))
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command", "evaluate needs either --data DIR or --ink FILE... Try glyphscope evaluate --help."));
    Labelled result;
    if (!ink) {
        if (!command.files().isEmpty())
            throw UsageError(GLYPHSCOPE_TEXT("Command", "evaluate --data takes one folder and no files."));
        const TrainTest set = loadIdxFolder(command.text(QStringLiteral("data")));
        printNotes(set.notes);
        checkClasses(classes, set.test, set.name);
        result.data = set.test;
        return result;
    }
    result.data = readLabelledInk(command, command.values(QStringLiteral("ink")) + command.files(), classes,
                                  &result.ids);
    return result;
}

TruthReport truthOf(const Labelled& labelled, const Evaluation& evaluation, const AnswerRule& rule,
                    const AllAnswers& others)
{
    TruthReport report;
    const auto labels = std::span(labelled.data.labels).first(evaluation.answers.size());
    report.reliability = reliability(evaluation, labels);
    report.calibrationError = expectedCalibrationError(report.reliability);
    report.contributors = contributorsOf(labelled.ids, evaluation, labelled.data.labels);
    if (rule.leastEvidence || !others.evidence.empty())
        report.refusals = refusalsOf(rule, evaluation.evidence, others.evidence);
    return report;
}

struct Findings {
    Evaluation evaluation;
    TruthReport truth;
};

Findings findingsOf(const Command& command, const Labelled& labelled, const Dataset& others,
                    const std::stop_token& stop)
{
    AllAnswers answers;
    if (others.size() > 0)
        answers = readAll(*recognizerFor(command), others, stop);
    return withWeights(command, [&](const StateDict& weights) -> Findings {
        const AnswerRule rule = answerRuleOf(weights);
        const Evaluation evaluation = engineFor(command)->evaluate(
            weights, labelled.data, command.text(QStringLiteral("device")), stop);
        return {evaluation, truthOf(labelled, evaluation, rule, answers)};
    });
}

}  // namespace

int evaluateCommand(const QStringList& arguments)
{
    Command command(QStringLiteral("evaluate"),
                    QStringLiteral("(--data DIR | --ink FILE...) [--not-digits FILE...] [options]"),
                    CommandText::tr("Evaluates the weights on a labelled set: accuracy, accuracy of each "
                                    "class, confusion matrix (rows are the truth) and calibration."));
    command.addOption(QStringLiteral("data"),
                      CommandText::tr("evaluate on the test set of this folder of IDX files"),
                      QStringLiteral("DIR"));
    command.addFilesOption(QStringLiteral("ink"),
                           CommandText::tr("evaluate on labelled InkML or UNIPEN files"));
    command.addFilesOption(QStringLiteral("not-digits"),
                           CommandText::tr("files of ink that should be refused"));
    addFoldCase(command);
    if (!command.parse(arguments))
        return kDone;

    std::stop_source stop;
    const InterruptSession interrupt([&stop] { stop.request_stop(); });
    const ClassSet classes = classesFor(command);
    const Labelled labelled = dataFor(command, classes);
    Dataset others;
    if (command.isSet(QStringLiteral("not-digits")))
        others = readNotDigits(inputFiles(command.values(QStringLiteral("not-digits"))), classes);
    const auto [evaluation, truth] = findingsOf(command, labelled, others, stop.get_token());
    if (command.json()) {
        QJsonObject object = evaluationJson(evaluation, classes);
        addTruth(truth, object);
        printLine(object);
    } else {
        printLine(evaluationText(evaluation, classes) + u'\n' + truthText(truth));
    }
    return stop.stop_requested() ? kInterrupted : kDone;
}

}  // namespace glyphscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/data_notes.h"
#include "app/cli/number_report.h"
#include "app/cli/read_all.h"
#include "app/cli/read_drawings.h"
#include "app/cli/report.h"
#include "app/cli/standard_input.h"
#include "app/cli/truth_report.h"
#include "app/cli/weights_source.h"
#include "app/files/ink_data.h"
#include "app/files/training_data.h"
#include "app/session/interrupt_session.h"
#include "app/text/file_name.h"
#include "model/calibration/reliability.h"
#include "model/data/dataset_folder.h"
#include "model/numbers/read_number.h"

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
            "Command", "evaluate needs one of --data DIR, --ink FILE... and --numbers FILE... Try glyphscope "
                       "evaluate --help."));
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

/// Whether every character of `text` is a class.
bool isOf(const ClassSet& classes, const std::string& text)
{
    for (std::size_t first = 0; first < text.size();) {
        std::size_t end = first + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
        if (classes.indexOf(std::string_view(text).substr(first, end - first)) < 0)
            return false;
        first = end;
    }
    return !text.empty();
}

NumberTruth numbersOf(const QStringList& files, const ClassSet& classes, Recognizer& recognizer,
                      const std::stop_token& stop)
{
    NumberTruth truth;
    for (const QString& file : files) {
        int withoutTruth = 0;
        for (const LabelledDrawing& item : readDrawings(file).drawings) {
            if (stop.stop_requested())
                return truth;
            ++truth.count;
            if (isOf(classes, item.truth))
                truth.add(item.truth, item.id, readNumber(item.drawing, recognizer).text());
            else
                ++withoutTruth;
        }
        if (withoutTruth > 0)
            printNotes(
                {Message(GLYPHSCOPE_TEXT("Command", "%1: drawings left out that have no label, or one with "
                                                    "characters that are no class of the weights: %2"),
                         fileNameBytes(file), withoutTruth)});
    }
    if (truth.all.strings == 0)
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: no drawing has a label that the weights can give. Choose "
                                               "files of labelled numbers."),
                    fileNameBytes(files.front()));
    return truth;
}

/// evaluate --numbers
int evaluateNumbers(const Command& command)
{
    if (command.isSet(QStringLiteral("data")) || command.isSet(QStringLiteral("ink")) ||
        command.isSet(QStringLiteral("not-digits")))
        throw UsageError(GLYPHSCOPE_TEXT("Command",
                                         "evaluate --numbers takes files of numbers, and no --data, "
                                         "--ink or --not-digits."));
    std::stop_source stop;
    const InterruptSession interrupt([&stop] { stop.request_stop(); });
    const auto recognizer = recognizerFor(command);
    const NumberTruth truth = numbersOf(command.values(QStringLiteral("numbers")) + command.files(),
                                        classesFor(command), *recognizer, stop.get_token());
    if (command.json())
        printLine(numberTruthJson(truth));
    else
        printLine(numberTruthText(truth));
    return stop.stop_requested() ? kInterrupted : kDone;
}

}  // namespace

int evaluateCommand(const QStringList& arguments)
{
    Command command(QStringLiteral("evaluate"),
                    QStringLiteral("(--data DIR | --ink FILE... | --numbers FILE...) [--not-digits FILE...] "
                                   "[options]"),
                    CommandText::tr("Evaluates the weights on a labelled set: accuracy, accuracy of each "
                                    "class, confusion matrix (rows are the truth) and calibration."));
    command.addOption(QStringLiteral("data"),
                      CommandText::tr("evaluate on the test set of this folder of IDX files"),
                      QStringLiteral("DIR"));
    command.addFilesOption(QStringLiteral("ink"),
                           CommandText::tr("evaluate on labelled InkML or UNIPEN files"));
    command.addFilesOption(QStringLiteral("numbers"),
                           CommandText::tr("evaluate on InkML or UNIPEN files of labelled numbers: how many "
                                           "are read right, by their lengths and contributors"));
    command.addFilesOption(QStringLiteral("not-digits"),
                           CommandText::tr("files of ink that should be refused"));
    addFoldCase(command);
    if (!command.parse(arguments))
        return kDone;
    if (command.isSet(QStringLiteral("numbers")))
        return evaluateNumbers(command);

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

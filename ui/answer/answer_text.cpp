// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/answer_text.h"

#include "ui/style/class_name.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

struct AnswerText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::AnswerText)
};

QString probabilityOf(const Prediction& prediction, int index)
{
    const auto place = static_cast<std::size_t>(index);
    return index >= 0 && place < prediction.probabilities.size()
               ? confidenceText(prediction.probabilities[place]).replace(u' ', u'\u00a0')  // on one line
               : QString();
}

QString secondGuess(const Prediction& prediction, const ClassSet& classes)
{
    if (prediction.second < 0)
        return {};
    return AnswerText::tr("Next: %1 (%2).")
        .arg(className(classes, prediction.second), probabilityOf(prediction, prediction.second));
}

}  // namespace

QString verdictText(const Prediction& prediction, const ClassSet& classes)
{
    const bool digits = classes.isDigits();
    const QString best = className(classes, prediction.best);
    switch (prediction.verdict) {
    case Verdict::Empty:
        break;
    case Verdict::NotADigit:
        return digits ? AnswerText::tr("Not a digit") : AnswerText::tr("Nothing the network knows");
    case Verdict::Unsure:
        return prediction.second < 0
                   ? AnswerText::tr("Not sure: %1?").arg(best)
                   : AnswerText::tr("Not sure: %1 or %2?").arg(best, className(classes, prediction.second));
    case Verdict::Digit:
        if (!digits)
            return AnswerText::tr("It is: %1").arg(best);
        return (prediction.best == 8 ? AnswerText::tr("It is an %1") : AnswerText::tr("It is a %1"))
            .arg(best);
    }
    return AnswerText::tr("Nothing drawn yet");
}

QString detailText(const Prediction& prediction, const ClassSet& classes)
{
    const bool doubtful = prediction.verdict == Verdict::Unsure || prediction.verdict == Verdict::NotADigit;
    if (doubtful && prediction.several && classes.isDigits())
        return AnswerText::tr("This looks like several digits. One digit is read at a time.");
    if (doubtful && prediction.cutOff)
        return AnswerText::tr("The file of this picture is cut off: a part of it is missing.");
    if (doubtful && prediction.entangled)
        return AnswerText::tr("Something lies along the digit or closes around it and cannot be told apart.");
    switch (prediction.verdict) {
    case Verdict::Empty:
        break;
    case Verdict::NotADigit:
        return (classes.isDigits() ? AnswerText::tr("Nearest: %1 (%2). Too little of it looks like a digit.")
                                   : AnswerText::tr("Nearest: %1 (%2). Too little of it looks like that."))
            .arg(className(classes, prediction.best), probabilityOf(prediction, prediction.best));
    case Verdict::Unsure:
    case Verdict::Digit:
        return AnswerText::tr("%1 sure. %2")
            .arg(probabilityOf(prediction, prediction.best), secondGuess(prediction, classes))
            .trimmed();
    }
    return AnswerText::tr("Write on the canvas; the answer follows your pen.");
}

QString evidenceText(const Prediction& prediction, const AnswerRule& rule)
{
    if (prediction.verdict == Verdict::Empty)
        return {};
    const auto number = [](double value) { return withTrueMinus(fixedText(value, 1)); };
    const QString evidence = number(static_cast<double>(prediction.evidence));
    if (!rule.leastEvidence)
        return AnswerText::tr("Evidence %1; these weights have no threshold and answer everything.")
            .arg(evidence);
    return AnswerText::tr("Evidence %1: the log-sum-exp of all logits. These weights answer from %2 on.")
        .arg(evidence, number(*rule.leastEvidence));
}

QString verdictText(const std::vector<CharacterCell>& number, int focus)
{
    const int line = number[static_cast<std::size_t>(focus)].line;
    const int lines = number.back().line + 1;
    QString all;
    bool sure = true;
    for (const CharacterCell& cell : number)
        if (cell.line == line) {
            all += cell.name;
            sure = sure && cell.verdict == Verdict::Digit;
        }
    if (lines > 1)
        return (sure ? AnswerText::tr("Line %1 of %2: %3") : AnswerText::tr("Line %1 of %2, not sure: %3?"))
            .arg(line + 1)
            .arg(lines)
            .arg(all);
    return sure ? AnswerText::tr("It is %1").arg(all) : AnswerText::tr("Not sure: %1?").arg(all);
}

QString linesText(const std::vector<CharacterCell>& number)
{
    QString all;
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (i > 0 && number[i].line != number[i - 1].line)
            all += u'\n';
        all += number[i].name;
    }
    return all;
}

QString detailText(const CharacterCell& focused, const Prediction& prediction, const ClassSet& classes)
{
    Prediction one = prediction;
    one.several = false;  // the drawing is, and was divided
    return AnswerText::tr("In focus: %1. %2", "a character of a number, and how sure its reading is")
        .arg(focused.name, detailText(one, classes));
}

}  // namespace glyphscope

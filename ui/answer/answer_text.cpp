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

bool namesAreDigits(const QStringList& names)
{
    return std::all_of(names.begin(), names.end(),
                       [](const QString& name) { return name.size() == 1 && name.front().isDigit(); });
}

QString probabilityOf(const Prediction& prediction, int index)
{
    const auto place = static_cast<std::size_t>(index);
    return index >= 0 && place < prediction.probabilities.size()
               ? confidenceText(prediction.probabilities[place])
               : QString();
}

QString secondGuess(const Prediction& prediction, const QStringList& names)
{
    if (prediction.second < 0)
        return {};
    return u"Second guess %1 with %2, %3 points behind."_s.arg(
        className(names, prediction.second), probabilityOf(prediction, prediction.second),
        fixedText(100.0 * static_cast<double>(prediction.margin()), 1));
}

}  // namespace

QString confidenceText(float probability)
{
    if (probability > 0.9995F && probability < 1.0F)
        return u"> 99.9 %"_s;
    if (probability > 0.0F && probability < 0.0005F)
        return u"< 0.1 %"_s;
    return fixedText(100.0 * static_cast<double>(probability), 1) + u" %"_s;
}

QString verdictText(const Prediction& prediction, const QStringList& names)
{
    const bool digits = namesAreDigits(names);
    const QString best = className(names, prediction.best);
    switch (prediction.verdict) {
    case Verdict::Empty:
        break;
    case Verdict::NotADigit:
        return digits ? u"Not a digit"_s : u"Nothing the network knows"_s;
    case Verdict::Unsure:
        return prediction.second < 0
                   ? u"Not sure: %1?"_s.arg(best)
                   : u"Not sure: %1 or %2?"_s.arg(best, className(names, prediction.second));
    case Verdict::Digit:
        if (!digits)
            return best;
        return (prediction.best == 8 ? u"It is an %1"_s : u"It is a %1"_s).arg(best);
    }
    return u"Nothing drawn yet"_s;
}

QString detailText(const Prediction& prediction, const QStringList& names)
{
    switch (prediction.verdict) {
    case Verdict::Empty:
        break;
    case Verdict::NotADigit:
        return u"The nearest would be %1 with %2."_s.arg(className(names, prediction.best),
                                                         probabilityOf(prediction, prediction.best));
    case Verdict::Unsure:
    case Verdict::Digit:
        return u"%1 sure. %2"_s
            .arg(probabilityOf(prediction, prediction.best), secondGuess(prediction, names))
            .trimmed();
    }
    return u"Write on the canvas; the answer follows your pen."_s;
}

QString evidenceText(const Prediction& prediction, const AnswerRule& rule, const QStringList& names)
{
    if (prediction.verdict == Verdict::Empty)
        return {};
    const auto number = [](double value) { return withTrueMinus(fixedText(value, 1)); };
    const QString evidence = number(static_cast<double>(prediction.evidence));
    if (!rule.leastEvidence)
        return AnswerText::tr("Evidence %1; these weights have no threshold and answer everything.")
            .arg(evidence);
    return (namesAreDigits(names) ? AnswerText::tr("Evidence %1; less than %2 is not a digit.")
                                  : AnswerText::tr("Evidence %1; less than %2 is nothing the network knows."))
        .arg(evidence, number(*rule.leastEvidence));
}

}  // namespace glyphscope

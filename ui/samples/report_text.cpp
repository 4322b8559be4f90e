// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/report_text.h"

#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ReportText)
};

}  // namespace

Tally tallyOf(const Evaluation& evaluation, int truth)
{
    const int classes = evaluation.classCount;
    const auto cells = static_cast<std::size_t>(classes) * static_cast<std::size_t>(classes);
    if (truth < 0 || truth >= classes || evaluation.confusion.size() != cells)
        return {};
    Tally tally;
    for (int answer = 0; answer < classes; ++answer) {
        const std::int64_t count = evaluation.confusion[static_cast<std::size_t>(truth * classes + answer)];
        tally.count += count;
        if (answer == truth)
            tally.correct = count;
    }
    return tally;
}

QString samplesText(std::int64_t count)
{
    return ReportText::tr("%Ln sample(s)", nullptr, static_cast<int>(count));
}

QString tallyText(const Tally& tally)
{
    return u"%1/%2"_s.arg(tally.correct).arg(tally.count);
}

QString accuracyText(const Evaluation& evaluation)
{
    return fixedText(100 * evaluation.accuracy(), evaluation.count >= 1000 ? 2 : 1) + u" %"_s;
}

double pointsBetween(const Evaluation& before, const Evaluation& after)
{
    return 100 * (after.accuracy() - before.accuracy());
}

QString pointsText(double points)
{
    const double size = std::abs(points);
    if (size < 0.005)
        return ReportText::tr("unchanged");
    return ReportText::tr("%1 points").arg(signedText(points, size < 1 ? 2 : 1));
}

QString gainRole(double points)
{
    if (std::abs(points) < 0.005)
        return u"muted"_s;
    return points > 0 ? u"good"_s : u"bad"_s;
}

QString forgettingRole(double points)
{
    constexpr double kRounding = 1e-9;
    if (points >= -0.1 - kRounding)
        return u"good"_s;
    return points >= -0.5 - kRounding ? u"caution"_s : u"bad"_s;
}

}  // namespace glyphscope

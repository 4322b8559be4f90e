// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/truth_report.h"

#include "app/cli/command_text.h"
#include "app/cli/report.h"
#include "model/calibration/detection.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <algorithm>
#include <map>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

QJsonArray binsJson(const std::vector<ReliabilityBin>& bins)
{
    QJsonArray array;
    for (const ReliabilityBin& bin : bins)
        array.append(QJsonObject{{u"count"_s, static_cast<qint64>(bin.count)},
                                 {u"confidence"_s, bin.confidence},
                                 {u"accuracy"_s, bin.accuracy}});
    return array;
}

QJsonObject contributorsJson(const std::vector<Contributor>& contributors)
{
    QJsonObject object;
    for (const Contributor& contributor : contributors)
        object[QString::fromStdString(contributor.name)] =
            QJsonObject{{u"n"_s, static_cast<qint64>(contributor.count)},
                        {u"correct"_s, static_cast<qint64>(contributor.correct)},
                        {u"accuracy"_s, contributor.accuracy()}};
    return object;
}

/// Bins without answers are left out.
QStringList binLines(const std::vector<ReliabilityBin>& bins)
{
    QStringList lines{u"%1 %2 %3 %4"_s.arg(CommandText::tr("how sure"), 8)
                          .arg(CommandText::tr("n", "how many"), 9)
                          .arg(CommandText::tr("on average", "how sure on average"), 12)
                          .arg(CommandText::tr("right", "share that was read right"), 8)};
    const double width = 100.0 / static_cast<double>(std::max<std::size_t>(1, bins.size()));
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (bins[i].count == 0)
            continue;
        const QString range = u"%1-%2 %"_s.arg(width * static_cast<double>(i), 0, 'f', 0)
                                  .arg(width * static_cast<double>(i + 1), 0, 'f', 0);
        lines << u"%1 %2 %3 %4"_s.arg(range, 8)
                     .arg(bins[i].count, 9)
                     .arg(percent(bins[i].confidence), 12)
                     .arg(percent(bins[i].accuracy), 8);
    }
    return lines;
}

}  // namespace

std::vector<Contributor> contributorsOf(const std::vector<std::string>& ids, const Evaluation& evaluation,
                                        const std::vector<std::uint8_t>& labels)
{
    std::map<std::string, Contributor> byName;
    const std::size_t count = std::min({ids.size(), evaluation.answers.size(), labels.size()});
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t slash = ids[i].find('/');
        if (slash == std::string::npos || slash == 0)
            continue;
        Contributor& contributor = byName[ids[i].substr(0, slash)];
        ++contributor.count;
        contributor.correct += evaluation.answers[i] == labels[i] ? 1 : 0;
    }
    std::vector<Contributor> contributors;
    for (auto& [name, contributor] : byName) {
        contributor.name = name;
        contributors.push_back(contributor);
    }
    return contributors;
}

Refusals refusalsOf(const AnswerRule& rule, const std::vector<float>& digits,
                    const std::vector<float>& others)
{
    Refusals refusals;
    refusals.leastEvidence = rule.leastEvidence;
    refusals.othersCount = others.size();
    if (rule.leastEvidence) {
        refusals.digits = refusedShare(digits, *rule.leastEvidence);
        refusals.others = refusedShare(others, *rule.leastEvidence);
    }
    if (!digits.empty() && !others.empty())
        refusals.auroc = auroc(digits, others);
    return refusals;
}

void addTruth(const TruthReport& report, QJsonObject& object)
{
    object[u"ece"_s] = report.calibrationError;
    object[u"reliability"_s] = binsJson(report.reliability);
    if (!report.contributors.empty())
        object[u"by_contributor"_s] = contributorsJson(report.contributors);
    if (!report.refusals)
        return;
    object[u"digits_refused"_s] = report.refusals->digits;
    if (report.refusals->othersCount > 0)
        object[u"not_digits_refused"_s] = report.refusals->others;
    if (report.refusals->auroc)
        object[u"auroc"_s] = *report.refusals->auroc;
}

QString truthText(const TruthReport& report)
{
    QStringList lines;
    if (!report.contributors.empty())
        lines << QString()
              << u"%1 %2 %3"_s.arg(CommandText::tr("contributor"), -11)
                     .arg(CommandText::tr("n", "how many"), 6)
                     .arg(CommandText::tr("right", "share that was read right"), 8);
    for (const Contributor& contributor : report.contributors)
        lines << u"%1 %2 %3"_s.arg(QString::fromStdString(contributor.name), -11)
                     .arg(contributor.count, 6)
                     .arg(percent(contributor.accuracy()), 8);
    lines << QString()
          << CommandText::tr(
                 "Expected calibration error %1: the mean gap between how sure it is and how often right.")
                 .arg(percent(report.calibrationError));
    lines << binLines(report.reliability);
    if (report.refusals)
        lines << QString() << refusalsText(*report.refusals);
    return lines.join(u'\n');
}

QString refusalsText(const Refusals& refusals)
{
    const QString least = QLocale().toString(refusals.leastEvidence.value_or(0), 'g', 4).toLower();
    QStringList sentences;
    if (!refusals.leastEvidence)
        sentences << CommandText::tr("These weights were never taught to refuse: everything is answered.");
    else if (refusals.othersCount == 0)
        sentences << CommandText::tr("Refused as not a digit, for evidence below %1: %2 of the digits.")
                         .arg(least)
                         .arg(percent(refusals.digits));
    else
        sentences << CommandText::tr("Refused as not a digit, for evidence below %1: %2 of the digits, %3 of "
                                     "%L4 that are none.")
                         .arg(least)
                         .arg(percent(refusals.digits), percent(refusals.others))
                         .arg(refusals.othersCount);
    if (refusals.auroc)
        sentences << CommandText::tr("The evidence tells them apart with an AUROC of %L1.")
                         .arg(*refusals.auroc, 0, 'f', 4);
    return sentences.join(u' ');
}

}  // namespace glyphscope

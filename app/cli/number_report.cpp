// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/number_report.h"

#include "app/cli/command_text.h"
#include "app/cli/report.h"
#include "app/cli/text_columns.h"

#include <QtCore/QJsonArray>
#include <QtCore/QStringList>

#include <algorithm>
#include <limits>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

QJsonObject partJson(const NumberPart& part)
{
    const Prediction& prediction = part.prediction;
    QJsonArray probabilities;
    for (const float probability : prediction.probabilities)
        probabilities.append(static_cast<double>(probability));
    const DrawingBox& box = part.box;
    QJsonObject object{{u"digit"_s, prediction.best < 0 ? QJsonValue() : QJsonValue(prediction.best)},
                       {u"verdict"_s, verdictName(prediction)},
                       {u"probabilities"_s, probabilities},
                       {u"box"_s, QJsonArray{box.x, box.y, box.width, box.height}}};
    if (prediction.best >= 0 && !prediction.classes.givenNames().empty())
        object[u"class"_s] = QString::fromStdString(prediction.classes.name(prediction.best));
    return object;
}

/// What parts reach over together.
QJsonArray boxOf(const NumberReading& reading, const NumberLine& line)
{
    constexpr double kFar = std::numeric_limits<double>::infinity();
    double left = kFar;
    double top = kFar;
    double right = -kFar;
    double bottom = -kFar;
    for (int i = line.first; i < line.end; ++i) {
        const DrawingBox& box = reading.parts[static_cast<std::size_t>(i)].box;
        left = std::min(left, box.x);
        top = std::min(top, box.y);
        right = std::max(right, box.x + box.width);
        bottom = std::max(bottom, box.y + box.height);
    }
    return {left, top, right - left, bottom - top};
}

QJsonArray linesJson(const NumberReading& reading)
{
    QJsonArray lines;
    for (const NumberLine& line : reading.allLines())
        lines.append(QJsonObject{{u"number"_s, QString::fromStdString(reading.text(line))},
                                 {u"box"_s, boxOf(reading, line)},
                                 {u"first"_s, line.first},
                                 {u"count"_s, line.end - line.first}});
    return lines;
}

/// "4 (98.2 %)"
QString partText(const Prediction& prediction)
{
    const QString answer =
        u"%1 (%2)"_s.arg(QString::fromStdString(prediction.classes.name(prediction.best)),
                         percent(prediction.probabilities[static_cast<std::size_t>(prediction.best)], 1));
    return prediction.verdict == Verdict::Digit
               ? answer
               : CommandText::tr("%1 %2", "a digit of a number and a doubt about it")
                     .arg(answer, verdictText(prediction.verdict));
}

QJsonObject scoresJson(const NumberScores& scores)
{
    return {{u"strings"_s, static_cast<qint64>(scores.strings)},
            {u"string_accuracy"_s, scores.stringAccuracy()},
            {u"digits"_s, static_cast<qint64>(scores.characters)},
            {u"digit_accuracy"_s, scores.characterAccuracy()}};
}

QStringList scoresRow(const QString& name, const NumberScores& scores)
{
    return {name, u"%L1"_s.arg(scores.strings), percent(scores.stringAccuracy()),
            u"%L1"_s.arg(scores.characters), percent(scores.characterAccuracy())};
}

}  // namespace

void addNumber(const NumberReading& reading, QJsonObject& object)
{
    QJsonArray parts;
    for (const NumberPart& part : reading.parts)
        if (part.prediction.verdict != Verdict::Empty)
            parts.append(partJson(part));
    if (parts.size() > 1) {
        QJsonArray zeros;
        for (std::size_t k = 0; k < reading.parts.front().prediction.probabilities.size(); ++k)
            zeros.append(0.0);
        object[u"verdict"_s] = u"number"_s;
        object[u"prediction"_s] = QJsonValue();
        object[u"probabilities"_s] = zeros;
        object.remove(u"class"_s);
        object[u"several"_s] = true;
    }
    object[u"number"_s] = QString::fromStdString(reading.text());
    object[u"parts"_s] = parts;
    object[u"lines"_s] = parts.isEmpty() ? QJsonArray() : linesJson(reading);
}

QStringList numberTexts(const QString& file, int item, const NumberReading& reading)
{
    const QString name = item < 0 ? file : u"%1[%2]"_s.arg(file, QString::number(item));
    QStringList texts;
    for (const NumberLine& line : reading.allLines()) {
        QStringList parts;
        for (int i = line.first; i < line.end; ++i)
            if (const Prediction& p = reading.parts[static_cast<std::size_t>(i)].prediction; p.best >= 0)
                parts << partText(p);
        texts << CommandText::tr("%1: %2  %3", "a file, a number and its digits")
                     .arg(name, QString::fromStdString(reading.text(line)), parts.join(u", "_s));
    }
    return texts;
}

void NumberTruth::add(const std::string& truth, const std::string& id, const std::string& answer)
{
    NumberScores scores;
    scores.add(truth, answer);
    all.add(scores);
    byLength[lengthOf(truth)].add(scores);
    if (const std::size_t slash = id.find('/'); slash != std::string::npos && slash > 0)
        byContributor[id.substr(0, slash)].add(scores);
}

QJsonObject numberTruthJson(const NumberTruth& truth)
{
    QJsonObject byLength;
    for (const auto& [length, scores] : truth.byLength)
        byLength[QString::number(length)] = scoresJson(scores);
    QJsonObject byContributor;
    for (const auto& [name, scores] : truth.byContributor)
        byContributor[QString::fromStdString(name)] = scoresJson(scores);
    QJsonObject object = scoresJson(truth.all);
    object[u"n"_s] = static_cast<qint64>(truth.count);
    object[u"by_length"_s] = byLength;
    object[u"by_contributor"_s] = byContributor;
    return object;
}

QString numberTruthText(const NumberTruth& truth)
{
    std::vector<QStringList> rows{{CommandText::tr("numbers"), CommandText::tr("n", "how many"),
                                   CommandText::tr("right", "share that was read right"),
                                   CommandText::tr("digits"),
                                   CommandText::tr("right", "share that was read right")}};
    rows.push_back(scoresRow(CommandText::tr("all of them", "numbers"), truth.all));
    for (const auto& [length, scores] : truth.byLength)
        rows.push_back(
            scoresRow(CommandText::tr("of %n digit(s)", "numbers", static_cast<int>(length)), scores));
    for (const auto& [name, scores] : truth.byContributor)
        rows.push_back(scoresRow(QString::fromStdString(name), scores));
    return columns(rows);
}

}  // namespace glyphscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report.h"

#include "app/cli/command_text.h"
#include "app/cli/text_columns.h"

#include <QtCore/QJsonArray>
#include <QtCore/QStringList>

#include <algorithm>
#include <numeric>

namespace glyphscope {
namespace {

template <typename Values>
QJsonArray jsonArray(const Values& values)
{
    QJsonArray array;
    for (const auto value : values)
        array.append(value);
    return array;
}

std::int64_t cell(const Evaluation& evaluation, int truth, int answer)
{
    return evaluation.confusion[static_cast<std::size_t>(truth * evaluation.classCount + answer)];
}

std::int64_t rowSum(const Evaluation& evaluation, int truth)
{
    std::int64_t sum = 0;
    for (int answer = 0; answer < evaluation.classCount; ++answer)
        sum += cell(evaluation, truth, answer);
    return sum;
}

/// Share of `truth` that was read right; 0 where there is none of it.
double classAccuracy(const Evaluation& evaluation, int truth)
{
    const std::int64_t all = rowSum(evaluation, truth);
    return all == 0 ? 0.0 : static_cast<double>(cell(evaluation, truth, truth)) / static_cast<double>(all);
}

std::vector<int> byProbability(const Prediction& prediction)
{
    std::vector<int> order(prediction.probabilities.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return prediction.probabilities[static_cast<std::size_t>(a)] >
               prediction.probabilities[static_cast<std::size_t>(b)];
    });
    return order;
}

/// As JSON has it.
const char* verdictKey(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Digit:
        return "digit";
    case Verdict::Unsure:
        return QT_TRANSLATE_NOOP("glyphscope::CommandText", "unsure");
    case Verdict::NotADigit:
        return QT_TRANSLATE_NOOP("glyphscope::CommandText", "not-a-digit");
    case Verdict::Empty:
        return "empty";
    }
    return "";
}

/// What stands above the confusion matrix: the names of the classes where all fit over a column.
QString matrixHeading(const ClassSet& classes)
{
    constexpr int kColumn = 6;
    QString names;
    for (const std::string& name : classes.givenNames()) {
        const QString heading = QString::fromStdString(name);
        if (widthInColumns(heading) >= kColumn)
            return CommandText::tr("read as 0 1 2 ...");
        names += padded(heading, kColumn);
    }
    return names.isEmpty() ? CommandText::tr("read as 0 1 2 ...") : names;
}

}  // namespace

QString verdictName(Verdict verdict)
{
    return QLatin1StringView(verdictKey(verdict));
}

QString verdictName(const Prediction& prediction)
{
    if (!prediction.classes.isDigits() && prediction.verdict == Verdict::Digit)
        return QStringLiteral("class");
    if (!prediction.classes.isDigits() && prediction.verdict == Verdict::NotADigit)
        return QStringLiteral("not-a-class");
    return verdictName(prediction.verdict);
}

QString verdictText(Verdict verdict)
{
    return CommandText::tr(verdictKey(verdict));
}

QString percent(double share, int decimals)
{
    return QStringLiteral("%L1 %").arg(100 * share, 0, 'f', decimals);
}

QJsonObject predictionJson(const QString& file, int item, const LabelledDrawing& drawing,
                           const Prediction& prediction)
{
    QJsonObject object{
        {QStringLiteral("file"), file},
        {QStringLiteral("item"), item},
        {QStringLiteral("prediction"), prediction.best < 0 ? QJsonValue() : QJsonValue(prediction.best)},
        {QStringLiteral("verdict"), verdictName(prediction)},
        {QStringLiteral("probabilities"), jsonArray(prediction.probabilities)},
    };
    if (prediction.best >= 0 && !prediction.classes.givenNames().empty())
        object[QStringLiteral("class")] = QString::fromStdString(prediction.classes.name(prediction.best));
    if (prediction.several)
        object[QStringLiteral("several")] = true;
    if (prediction.entangled)
        object[QStringLiteral("entangled")] = true;
    if (prediction.cutOff)
        object[QStringLiteral("cut_off")] = true;
    if (!drawing.truth.empty())
        object[QStringLiteral("truth")] = QString::fromStdString(drawing.truth);
    if (!drawing.id.empty())
        object[QStringLiteral("id")] = QString::fromStdString(drawing.id);
    return object;
}

QString predictionText(const QString& file, int item, const Prediction& prediction, int top)
{
    const QString name = item < 0 ? file : QStringLiteral("%1[%2]").arg(file, QString::number(item));
    if (prediction.verdict == Verdict::Empty)
        return CommandText::tr("%1: empty").arg(name);
    QStringList answers;
    for (const int k : byProbability(prediction)) {
        if (answers.size() == top)
            break;
        answers << QStringLiteral("%1 (%2)").arg(
            QString::fromStdString(prediction.classes.name(k)),
            percent(prediction.probabilities[static_cast<std::size_t>(k)], 1));
    }
    const QString all = answers.join(QStringLiteral(", "));
    if (prediction.verdict == Verdict::Digit)
        return CommandText::tr("%1: %2", "a file and its answers").arg(name, all);
    return CommandText::tr("%1: %2  %3", "a file, its answers and a doubt about them")
        .arg(name, all, verdictText(prediction.verdict));
}

QJsonObject evaluationJson(const Evaluation& evaluation, const ClassSet& classes)
{
    QJsonArray perClass;
    QJsonArray confusion;
    for (int truth = 0; truth < evaluation.classCount; ++truth) {
        perClass.append(classAccuracy(evaluation, truth));
        QJsonArray row;
        for (int answer = 0; answer < evaluation.classCount; ++answer)
            row.append(static_cast<qint64>(cell(evaluation, truth, answer)));
        confusion.append(row);
    }
    QJsonObject object{
        {QStringLiteral("n"), static_cast<qint64>(evaluation.count)},
        {QStringLiteral("correct"), static_cast<qint64>(evaluation.correct)},
        {QStringLiteral("accuracy"), evaluation.accuracy()},
        {QStringLiteral("loss"), evaluation.loss},
        {QStringLiteral("per_class"), perClass},
        {QStringLiteral("confusion"), confusion},
    };
    if (!classes.givenNames().empty()) {
        QJsonArray names;
        for (const std::string& name : classes.names())
            names.append(QString::fromStdString(name));
        object[QStringLiteral("classes")] = names;
    }
    return object;
}

QString evaluationText(const Evaluation& evaluation, const ClassSet& classes)
{
    QStringList lines{CommandText::tr("%L1 of %L2 right: %3")
                          .arg(evaluation.correct)
                          .arg(evaluation.count)
                          .arg(percent(evaluation.accuracy()))};
    const bool named = !classes.givenNames().empty();
    lines << QString()
          << QStringLiteral("%1 %2 %3   %4")
                 .arg(padded(CommandText::tr("truth"), 5))
                 .arg(padded(CommandText::tr("n", "how many"), 6))
                 .arg(padded(CommandText::tr("right", "share that was read right"), 8))
                 .arg(matrixHeading(classes));
    for (int truth = 0; truth < evaluation.classCount; ++truth) {
        QString row = QStringLiteral("%1 %2 %3  ")
                          .arg(truth, 5)
                          .arg(rowSum(evaluation, truth), 6)
                          .arg(percent(classAccuracy(evaluation, truth)), 9);
        for (int answer = 0; answer < evaluation.classCount; ++answer)
            row += QStringLiteral("%1").arg(cell(evaluation, truth, answer), 6);
        if (named)
            row += QStringLiteral("  %1").arg(QString::fromStdString(classes.name(truth)));
        lines << row;
    }
    return lines.join(u'\n');
}

QJsonObject epochJson(const EpochStats& epoch)
{
    QJsonObject object{
        {QStringLiteral("event"), QStringLiteral("epoch")},
        {QStringLiteral("epoch"), epoch.epoch},
        {QStringLiteral("step"), static_cast<qint64>(epoch.step)},
        {QStringLiteral("train_loss"), epoch.trainLoss},
        {QStringLiteral("test_loss"), epoch.testLoss},
        {QStringLiteral("test_accuracy"), epoch.testAccuracy},
        {QStringLiteral("seconds"), epoch.seconds},
    };
    if (epoch.validated) {
        object[QStringLiteral("validation_loss")] = epoch.validationLoss;
        object[QStringLiteral("validation_accuracy")] = epoch.validationAccuracy;
    }
    return object;
}

QString epochText(const EpochStats& epoch, int epochs)
{
    const QString text =
        epoch.validated
            ? CommandText::tr("epoch %1/%2  step %L3  train loss %L4  test loss %L5  test accuracy %6  "
                              "validation accuracy %8  %L7 s")
            : CommandText::tr(
                  "epoch %1/%2  step %L3  train loss %L4  test loss %L5  test accuracy %6  %L7 s");
    const QString filled = text.arg(epoch.epoch)
                               .arg(epochs)
                               .arg(epoch.step)
                               .arg(epoch.trainLoss, 0, 'f', 4)
                               .arg(epoch.testLoss, 0, 'f', 4)
                               .arg(percent(epoch.testAccuracy))
                               .arg(epoch.seconds, 0, 'f', 1);
    return epoch.validated ? filled.arg(percent(epoch.validationAccuracy)) : filled;
}

QJsonObject doneJson(const TrainResult& result, const QString& out, const QString& run)
{
    QJsonObject object{
        {QStringLiteral("event"), QStringLiteral("done")},
        {QStringLiteral("seconds"), result.seconds},
        {QStringLiteral("images_per_second"), result.imagesPerSecond},
        {QStringLiteral("test_accuracy"), result.test.accuracy()},
        {QStringLiteral("steps"), static_cast<qint64>(result.steps)},
        {QStringLiteral("interrupted"), result.stopped},
        {QStringLiteral("out"), out},
    };
    if (!run.isEmpty())
        object[QStringLiteral("run")] = run;
    return object;
}

}  // namespace glyphscope

// SPDX-License-Identifier: GPL-3.0-or-later
// How pictures are read: of each kind that people take, scan or export (tests/support/picture_kinds.h) so
// many are made from real ink, saved as the files they would be, opened and read by the shipped weights.
// Prints how many are right, unsure (or refused, or empty), and surely wrong; and the time from picture to
// glyph. usage: picture_truth INK.inkml... [--count N] [--seed S] [--kind TEXT] [--errors DIR]
#include "app/files/drawing_file.h"
#include "app/files/picture_file.h"
#include "app/settings/installation.h"
#include "model/numbers/read_number.h"
#include "model/preprocess/normalize.h"
#include "model/recognition/cpu_recognizer.h"
#include "model/recognition/doubts.h"
#include "model/types/error.h"
#include "tests/support/picture_kinds.h"

#include <QtCore/QBuffer>
#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtGui/QPainter>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kJpegQuality = 85;

struct Tally {
    int right = 0;
    int unsure = 0;
    int wrong = 0;
    std::vector<double> milliseconds;
    [[nodiscard]] int all() const { return right + unsure + wrong; }
};

struct Bench {
    std::vector<LabelledDrawing> ink;
    std::unique_ptr<Recognizer> recognizer;
    std::mt19937 random;
    QString errors;
};

std::vector<LabelledDrawing> inkOf(const QStringList& files)
{
    std::vector<LabelledDrawing> ink;
    for (const QString& file : files)
        for (LabelledDrawing& drawing : loadDrawings(file).drawings)
            if (drawing.truth.size() == 1 && !drawing.drawing.strokes.empty())
                ink.push_back(std::move(drawing));
    return ink;
}

/// Drawings that the network reads when they are drawn on the canvas: what is lost is the picture's.
void keepReadable(Bench& bench)
{
    std::erase_if(bench.ink, [&](const LabelledDrawing& drawing) {
        const Prediction answer = bench.recognizer->predict(normalize(drawing.drawing).glyph);
        return answer.verdict != Verdict::Digit || answer.best != drawing.truth[0] - '0';
    });
    if (bench.ink.size() < 10)
        throw Error("The files of ink hold fewer than ten digits that are read. Give others.");
}

QByteArray fileOf(const Rgba& made, bool photograph)
{
    const QImage image(made.pixels.data(), made.width, made.height, 4 * made.width, QImage::Format_RGBA8888);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    if (photograph)
        image.convertToFormat(QImage::Format_RGB32).save(&file, "JPEG", kJpegQuality);
    else
        image.save(&file, "PNG");
    return file.data();
}

/// What each step left, side by side.
QImage stepsImage(const PictureSteps& steps)
{
    const std::vector<const Raster*> parts{&steps.grey, &steps.light, &steps.rules, &steps.ink,
                                           &steps.figure};
    QImage all(static_cast<int>(parts.size()) * (steps.grey.width + 4), steps.grey.height,
               QImage::Format_RGB32);
    all.fill(Qt::darkCyan);
    QPainter painter(&all);
    int x = 0;
    for (const Raster* part : parts) {
        if (!part->empty())
            painter.drawImage(x, 0,
                              QImage(part->pixels.data(), part->width, part->height, part->width,
                                     QImage::Format_Grayscale8));
        x += steps.grey.width + 4;
    }
    return all;
}

void keepError(const Bench& bench, const PictureKind& kind, const QByteArray& file, const std::string& truth,
               const Stages& stages, const Prediction& answer, int number)
{
    if (bench.errors.isEmpty())
        return;
    static const char* const kVerdicts[]{"sure", "unsure", "refused", "empty"};
    QString name = u"%1-%2-%3-%4-%5"_s.arg(QString::fromStdString(kind.name))
                       .arg(number)
                       .arg(QString::fromStdString(truth))
                       .arg(QString::fromLatin1(kVerdicts[static_cast<int>(answer.verdict)]))
                       .arg(answer.best);
    QFile out(
        QDir(bench.errors)
            .filePath(name.replace(u' ', u'_').remove(u',') + (kind.photograph ? u".jpg"_s : u".png"_s)));
    if (out.open(QIODevice::WriteOnly))
        out.write(file);
    if (stages.picture)
        stepsImage(*stages.picture).save(out.fileName() + u".steps.png"_s);
}

void judge(Bench& bench, const PictureKind& kind, int number, Tally& tally)
{
    std::vector<std::vector<Stroke>> digits;
    std::string truth;
    for (int k = 0; k < 4; ++k) {
        const auto& drawing =
            bench.ink[std::uniform_int_distribution<std::size_t>(0, bench.ink.size() - 1)(bench.random)];
        digits.push_back(drawing.drawing.strokes);
        truth += drawing.truth;
    }
    const QByteArray file = fileOf(kind.make(digits, bench.random), kind.photograph);
    const Drawing drawing{{}, readPicture(file, u"made"_s)};
    const auto begin = std::chrono::steady_clock::now();
    const Stages stages = normalize(drawing);
    tally.milliseconds.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    Prediction answer;
    if (!stages.empty) {
        answer = bench.recognizer->predict(stages.glyph);
        addDoubts(stages, answer);
    }
    const NumberReading reading = readNumber(drawing, *bench.recognizer);
    const bool isNumber = reading.parts.size() > 1;
    const bool surelyNumber = isNumber && std::ranges::all_of(reading.parts, [](const NumberPart& part) {
                                  return part.prediction.verdict == Verdict::Digit;
                              });
    const bool sure = isNumber ? surelyNumber : answer.verdict == Verdict::Digit;
    const bool first = sure && !isNumber && answer.best == truth[0] - '0';
    bool right = false;
    switch (kind.right) {
    case Right::Read:
    case Right::NeverWrong:
        right = first;
        break;
    case Right::Several:
        right =
            !sure || (isNumber && reading.text() == truth.substr(0, kind.name.starts_with("three") ? 3 : 2));
        break;
    case Right::Blank:
        right = answer.verdict == Verdict::Empty;
        break;
    }
    ++(right ? tally.right : sure ? tally.wrong : tally.unsure);
    if (!right)
        keepError(bench, kind, file, truth, stages, answer, number);
}

void run(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"ink"_s, u"files of labelled digits"_s);
    parser.addOption({u"count"_s, u"pictures of each kind"_s, u"N"_s, u"100"_s});
    parser.addOption({u"seed"_s, u"of all chance"_s, u"S"_s, u"0"_s});
    parser.addOption({u"kind"_s, u"only kinds whose name holds this"_s, u"TEXT"_s});
    parser.addOption({u"errors"_s, u"folder for what is not right"_s, u"DIR"_s});
    parser.addHelpOption();
    parser.process(arguments);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);
    Bench bench;
    bench.ink = inkOf(parser.positionalArguments());
    bench.recognizer = makeCpuRecognizer(shippedWeights());
    bench.errors = parser.value(u"errors"_s);
    keepReadable(bench);
    std::printf("%-32s %6s %7s %7s %9s %9s\n", "", "right", "unsure", "wrong", "ms mean", "ms p95");
    Tally sum;
    for (const PictureKind& kind : pictureKinds()) {
        if (!QString::fromStdString(kind.name).contains(parser.value(u"kind"_s)))
            continue;
        bench.random.seed(static_cast<unsigned>(parser.value(u"seed"_s).toUInt()));
        Tally tally;
        for (int k = 0; k < parser.value(u"count"_s).toInt(); ++k)
            judge(bench, kind, k, tally);
        std::vector<double>& ms = tally.milliseconds;
        std::ranges::sort(ms);
        double total = 0;
        for (const double m : ms)
            total += m;
        std::printf("%-32s %6d %7d %7d %9.1f %9.1f\n", kind.name.c_str(), tally.right, tally.unsure,
                    tally.wrong, total / static_cast<double>(ms.size()), ms[ms.size() * 95 / 100]);
        std::fflush(stdout);
        sum.right += tally.right;
        sum.unsure += tally.unsure;
        sum.wrong += tally.wrong;
    }
    std::printf("%-32s %6d %7d %7d   %.2f %% surely wrong (goal: at most 1 %%)\n", "all", sum.right,
                sum.unsure, sum.wrong, 100.0 * sum.wrong / std::max(1, sum.all()));
}

}  // namespace

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    try {
        run(QCoreApplication::arguments());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}

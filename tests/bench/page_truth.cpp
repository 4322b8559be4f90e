// SPDX-License-Identifier: GPL-3.0-or-later
// How pages of numbers are read: of each kind (tests/support/number_pages.h) so many are made from real ink,
// saved as JPEG, opened and read by the shipped weights. Prints how many lines and digits are right, how many
// pages are surely read as a single digit, and how long a page takes.
// usage: page_truth INK.inkml... [--count N] [--seed S] [--kind TEXT] [--errors DIR]
#include "app/files/drawing_file.h"
#include "app/files/picture_file.h"
#include "app/settings/installation.h"
#include "model/numbers/number_truth.h"
#include "model/numbers/read_number.h"
#include "model/preprocess/normalize.h"
#include "model/recognition/cpu_recognizer.h"
#include "model/types/error.h"
#include "tests/support/number_pages.h"

#include <QtCore/QBuffer>
#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kJpegQuality = 85;

struct Tally {
    int pages = 0;
    int lines = 0;
    int right = 0;
    int single = 0;  // pages of many that are surely one digit
    NumberScores scores;
    std::vector<double> milliseconds;
};

/// Drawings that are read when they are drawn on the canvas: what is lost is the page's.
DigitInk readableInk(const QStringList& files, Recognizer& recognizer)
{
    DigitInk ink;
    for (const QString& file : files)
        for (const LabelledDrawing& item : loadDrawings(file).drawings) {
            const int digit = item.truth.size() == 1 ? item.truth[0] - '0' : -1;
            if (digit < 0 || digit > 9 || item.drawing.strokes.empty())
                continue;
            const Prediction answer = recognizer.predict(normalize(item.drawing).glyph);
            if (answer.verdict == Verdict::Digit && answer.best == digit)
                ink[static_cast<std::size_t>(digit)].push_back(item.drawing.strokes);
        }
    if (std::ranges::any_of(ink, [](const auto& drawings) { return drawings.empty(); }))
        throw Error("The files of ink lack some digits that are read. Give others.");
    return ink;
}

QByteArray jpegOf(const Rgba& made)
{
    const QImage image(made.pixels.data(), made.width, made.height, 4 * made.width, QImage::Format_RGBA8888);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    image.convertToFormat(QImage::Format_RGB32).save(&file, "JPEG", kJpegQuality);
    return file.data();
}

std::vector<std::string> linesOf(const NumberReading& reading)
{
    std::vector<std::string> lines;
    for (const NumberLine& line : reading.allLines())
        lines.push_back(reading.text(line));
    return lines;
}

/// Lines by what is written in them; the digits of a scattered page in any order.
void judge(const NumberPage& page, const PageWear& wear, const NumberReading& reading, Tally& tally)
{
    std::vector<std::string> found = linesOf(reading);
    std::vector<std::string> truth = page.lines;
    if (wear.scattered) {
        std::string all;
        for (const std::string& line : found)
            all += line;
        std::ranges::sort(all);
        std::ranges::sort(truth.front());
        found = {all};
    }
    ++tally.pages;
    tally.lines += static_cast<int>(truth.size());
    for (std::size_t i = 0; i < truth.size(); ++i) {
        // lines that were made up or missed move the others
        const auto same = std::ranges::find(found, truth[i]);
        if (same != found.end()) {
            ++tally.right;
            tally.scores.add(truth[i], truth[i]);
            found.erase(found.begin(), same + 1);
        } else {
            tally.scores.add(truth[i], i < found.size() ? found[i] : std::string());
        }
    }
    std::size_t digits = 0;
    for (const std::string& line : truth)
        digits += line.size();
    const bool sure = reading.parts.front().prediction.verdict == Verdict::Digit;
    tally.single += digits > 1 && reading.parts.size() == 1 && sure ? 1 : 0;
}

void keepPage(const QString& folder, const QString& name, const QByteArray& file, const NumberPage& page,
              const NumberReading& reading)
{
    if (folder.isEmpty() || linesOf(reading) == page.lines)
        return;
    QFile out(QDir(folder).filePath(name + u".jpg"_s));
    if (out.open(QIODevice::WriteOnly))
        out.write(file);
    std::string truth;
    for (const std::string& line : page.lines)
        truth += line + " ";
    std::string found;
    for (const std::string& line : linesOf(reading))
        found += line + " ";
    std::printf("  %s: %s| %s\n", qPrintable(name), truth.c_str(), found.c_str());
}

void print(const char* name, Tally& tally)
{
    std::ranges::sort(tally.milliseconds);
    std::printf("%-24s %6d %6d %8.1f %8.2f %8d %8.0f %8.0f\n", name, tally.pages, tally.lines,
                100.0 * tally.right / std::max(1, tally.lines), 100 * tally.scores.characterAccuracy(),
                tally.single, tally.milliseconds[tally.milliseconds.size() / 2], tally.milliseconds.back());
    std::fflush(stdout);
}

void run(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"ink"_s, u"files of labelled digits"_s);
    parser.addOption({u"count"_s, u"pages of each kind"_s, u"N"_s, u"10"_s});
    parser.addOption({u"seed"_s, u"of all chance"_s, u"S"_s, u"0"_s});
    parser.addOption({u"kind"_s, u"only kinds whose name holds this"_s, u"TEXT"_s});
    parser.addOption({u"errors"_s, u"folder for pages that are not read right"_s, u"DIR"_s});
    parser.addHelpOption();
    parser.process(arguments);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);
    const auto recognizer = makeCpuRecognizer(shippedWeights());
    const DigitInk ink = readableInk(parser.positionalArguments(), *recognizer);
    std::printf("%-24s %6s %6s %8s %8s %8s %8s %8s\n", "", "pages", "lines", "right %", "digits %", "single",
                "ms", "ms most");
    Tally all;
    for (const PageKind& kind : pageKinds()) {
        const QString name = QString::fromStdString(kind.name);
        if (!name.contains(parser.value(u"kind"_s)))
            continue;
        std::mt19937 random(parser.value(u"seed"_s).toUInt());
        Tally tally;
        for (int k = 0; k < parser.value(u"count"_s).toInt(); ++k) {
            const NumberPage page = numberPage(ink, kind.wear, random);
            const QByteArray file = jpegOf(page.image);
            const Drawing drawing{{}, readPicture(file, u"made"_s)};
            const auto begin = std::chrono::steady_clock::now();
            const NumberReading reading = readNumber(drawing, *recognizer);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
            for (Tally* one : {&tally, &all}) {
                one->milliseconds.push_back(took.count());
                judge(page, kind.wear, reading, *one);
            }
            keepPage(parser.value(u"errors"_s), u"%1-%2"_s.arg(name).arg(k), file, page, reading);
        }
        print(kind.name.c_str(), tally);
    }
    print("all (goal 90 % of lines, 0 single)", all);
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

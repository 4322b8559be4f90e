// SPDX-License-Identifier: GPL-3.0-or-later
// How well numbers of several digits are read by the shipped weights: numbers and digits right by length and
// by contributor, single digits that are divided, readings and time for a drawing. usage: number_truth
// NUMBERS.inkml... [--digits DIGITS.inkml...] [--not-digits FILE] [--model FILE] [--wrong]
#include "model/numbers/number_truth.h"
#include "app/files/drawing_file.h"
#include "app/settings/installation.h"
#include "model/checkpoint/safetensors.h"
#include "model/numbers/read_number.h"
#include "model/recognition/cpu_recognizer.h"
#include "model/types/error.h"
#include "tests/bench/composed_numbers.h"
#include "tests/bench/number_tuning.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// Counts what it hands on.
class CountingRecognizer final : public Recognizer {
public:
    explicit CountingRecognizer(const StateDict& weights) : m_reader(makeCpuRecognizer(weights)) {}
    [[nodiscard]] Prediction predict(const Glyph& glyph) override
    {
        ++readings;
        return m_reader->predict(glyph);
    }
    [[nodiscard]] Reading read(const Glyph& glyph) override { return m_reader->read(glyph); }

    int readings = 0;

private:
    std::unique_ptr<Recognizer> m_reader;
};

/// Whether two parts share a stroke.
bool hasCut(const NumberReading& reading)
{
    std::map<int, std::size_t> owner;
    for (std::size_t i = 0; i < reading.parts.size(); ++i)
        for (const StrokePiece& piece : reading.parts[i].pieces)
            if (!owner.try_emplace(piece.stroke, i).second && owner[piece.stroke] != i)
                return true;
    return false;
}

struct Row {
    NumberScores scores;
    int mostReadings = 0;
    double milliseconds = 0;
};

void print(const std::string& name, const Row& row)
{
    std::printf("%-16s %6zu %9.2f %8zu %9.2f %9d %9.2f\n", name.c_str(), row.scores.strings,
                100 * row.scores.stringAccuracy(), row.scores.characters,
                100 * row.scores.characterAccuracy(), row.mostReadings,
                row.milliseconds / static_cast<double>(std::max<std::size_t>(1, row.scores.strings)));
}

/// The end of a drawing's id: the digit or number within its file.
void printWrong(const LabelledDrawing& item, const NumberReading& reading)
{
    std::printf("    %s: %s read as %s\n", item.id.c_str(), item.truth.c_str(), reading.text().c_str());
}

constexpr int kLongestComposed = 10;

struct Bench {
    CountingRecognizer recognizer;
    bool wrong = false;
    std::optional<NumberWeights> weights = {};  // instead of the usual ones

    /// What the division by other weights reads as, for the text and the number of its parts.
    NumberReading readBy(const LabelledDrawing& item, const NumberWeights& others)
    {
        const Prediction whole = readAsOne(item.drawing, recognizer);
        const NumberLattice lattice = latticeOf(item.drawing, whole, recognizer, {});
        NumberReading reading;
        if (lattice.sets.empty()) {
            reading.parts.push_back({{}, {}, whole, {}});
            return reading;
        }
        const std::vector<NumberDivision> divisions = divisionsOf(lattice, others, 1);
        for (const int index : divisions.front().candidates)
            reading.parts.push_back({{}, {}, lattice.predictions[static_cast<std::size_t>(index)], {}});
        return reading;
    }

    NumberReading read(const LabelledDrawing& item, Row& row)
    {
        recognizer.readings = 0;
        const auto begin = std::chrono::steady_clock::now();
        NumberReading reading = weights ? readBy(item, *weights) : readNumber(item.drawing, recognizer);
        row.milliseconds +=
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
        row.mostReadings = std::max(row.mostReadings, recognizer.readings);
        row.scores.add(item.truth, reading.text());
        return reading;
    }

    void numbers(const QStringList& files)
    {
        std::map<std::string, Row> rows;
        for (const QString& file : files)
            for (const LabelledDrawing& item : loadDrawings(file).drawings) {
                Row row;
                const NumberReading reading = read(item, row);
                if (wrong && reading.text() != item.truth)
                    printWrong(item, reading);
                const std::string contributor = item.id.substr(0, item.id.find('/'));
                const std::string length = "of " + std::to_string(item.truth.size());
                for (const std::string& name :
                     {contributor, contributor + ' ' + length, "all " + length,
                      item.truth.size() < 6 ? std::string("all of 2 to 5") : std::string("all of more"),
                      std::string("all")}) {
                    rows[name].scores.add(row.scores);
                    rows[name].mostReadings = std::max(rows[name].mostReadings, row.mostReadings);
                    rows[name].milliseconds += row.milliseconds;
                }
            }
        std::printf("numbers               n    right%%   digits    right%%  readings        ms\n");
        for (const auto& [name, row] : rows)
            print(name, row);
    }

    /// Of each hand as many single digits as numbers of 2 to 10.
    [[nodiscard]] static std::vector<LabelledDrawing> composed(const QStringList& files, int count,
                                                               std::uint64_t seed)
    {
        std::vector<LabelledDrawing> all;
        std::mt19937_64 random(seed);
        for (const QString& file : files) {
            const Hand hand = loadDrawings(file).drawings;
            for (int i = 0; i < count; ++i) {
                const int length = i % 2 == 0 ? 1 : 2 + (i / 2) % (kLongestComposed - 1);
                all.push_back(composedNumber(hand, length, random));
                all.back().id = QFileInfo(file).baseName().toStdString();
            }
        }
        return all;
    }

    void tune(const std::vector<LabelledDrawing>& drawings)
    {
        std::vector<TuningItem> items;
        for (const LabelledDrawing& item : drawings) {
            const Prediction whole = readAsOne(item.drawing, recognizer);
            TuningItem tuning{latticeOf(item.drawing, whole, recognizer, {}), item.truth};
            if (!tuning.lattice.sets.empty())
                items.push_back(std::move(tuning));
        }
        weights = tunedWeights(items, usualNumberWeights());
        std::printf("weights:");
        for (const double weight : *weights)
            std::printf(" %.3f", weight);
        std::printf("\n\n");
    }

    void numbersComposed(const std::vector<LabelledDrawing>& drawings)
    {
        Row one;
        Row several;
        for (const LabelledDrawing& item : drawings)
            read(item, item.truth.size() == 1 ? one : several);
        print("one composed", one);
        print("composed", several);
    }

    void digits(const QStringList& files)
    {
        std::printf("\nsingle digits         n  divided  divided%%  whole%%  right%%\n");
        for (const QString& file : files) {
            std::size_t count = 0;
            std::size_t divided = 0;
            std::size_t right = 0;
            std::size_t whole = 0;
            for (const LabelledDrawing& item : loadDrawings(file).drawings) {
                Row row;
                const NumberReading reading = read(item, row);
                ++count;
                divided += reading.parts.size() > 1 ? 1 : 0;
                right += reading.text() == item.truth ? 1 : 0;
                whole += recognizer.predict(Glyph{}).classes.name(readAsOne(item.drawing, recognizer).best) ==
                                 item.truth
                             ? 1
                             : 0;
                if (wrong && reading.parts.size() > 1)
                    printWrong(item, reading);
            }
            const double percent = 100 / static_cast<double>(std::max<std::size_t>(1, count));
            std::printf("%-16s %6zu %8zu %9.2f %7.2f %7.2f\n", qPrintable(QFileInfo(file).baseName()), count,
                        divided, percent * static_cast<double>(divided), percent * static_cast<double>(whole),
                        percent * static_cast<double>(right));
        }
    }

    /// What is no character, or one that the network does not know: read as a number without a doubt.
    void notDigits(const QStringList& files)
    {
        std::printf("\nno digits             n   digit  surely a number  in %%  of cut strokes\n");
        for (const QString& file : files) {
            std::size_t count = 0;
            std::size_t single = 0;
            std::size_t numbers = 0;
            std::size_t cut = 0;
            for (const LabelledDrawing& item : loadDrawings(file).drawings) {
                Row row;
                const NumberReading reading = read(item, row);
                ++count;
                const bool sure = std::ranges::all_of(reading.parts, [](const NumberPart& part) {
                    return part.prediction.verdict == Verdict::Digit;
                });
                single += sure && reading.parts.size() == 1 ? 1 : 0;
                if (!sure || reading.parts.size() < 2)
                    continue;
                ++numbers;
                cut += hasCut(reading) ? 1 : 0;
                if (wrong)
                    printWrong(item, reading);
            }
            std::printf("%-16s %6zu %7zu %16zu %5.2f %15zu\n", qPrintable(QFileInfo(file).baseName()), count,
                        single, numbers,
                        100.0 * static_cast<double>(numbers) /
                            static_cast<double>(std::max<std::size_t>(1, count)),
                        cut);
        }
    }
};

void run(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"numbers"_s, u"labelled numbers, InkML"_s);
    parser.addOption({u"digits"_s, u"single digits, which are not to be divided"_s, u"FILE"_s});
    parser.addOption({u"not-digits"_s, u"letters and the like, which are no numbers"_s, u"FILE"_s});
    parser.addOption({u"compose"_s, u"so many numbers of the digits of each file"_s, u"N"_s, u"0"_s});
    parser.addOption({u"tune"_s, u"fits the weights on the composed numbers"_s});
    parser.addOption({u"seed"_s, u"of what is composed"_s, u"S"_s, u"1"_s});
    parser.addOption({u"model"_s, u"weights instead of the shipped ones"_s, u"FILE"_s});
    parser.addOption({u"wrong"_s, u"lists what was read wrong"_s});
    parser.addHelpOption();
    parser.process(arguments);
    Bench bench{CountingRecognizer(parser.isSet(u"model"_s)
                                       ? readSafetensors(parser.value(u"model"_s).toStdString())
                                       : shippedWeights()),
                parser.isSet(u"wrong"_s)};
    const auto composed = Bench::composed(parser.values(u"digits"_s), parser.value(u"compose"_s).toInt(),
                                          parser.value(u"seed"_s).toULongLong());
    if (parser.isSet(u"tune"_s))
        bench.tune(composed);
    bench.numbers(parser.positionalArguments());
    bench.numbersComposed(composed);
    if (parser.isSet(u"digits"_s))
        bench.digits(parser.values(u"digits"_s));
    if (parser.isSet(u"not-digits"_s))
        bench.notDigits(parser.values(u"not-digits"_s));
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    try {
        run(QCoreApplication::arguments());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}

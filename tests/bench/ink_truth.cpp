// SPDX-License-Identifier: GPL-3.0-or-later

// How right the network is on the pen ink of people it never saw: for each contributor, weights are trained
// on MNIST and the ink of all others, and judged on the ink of the one that was left out. Temperature and
// least evidence for a contributor are fitted on the answers about the others, each left out in its turn; the
// weights that gave those answers had seen the contributor's ink, but these two numbers have not.
// Weights are kept in the folder and taken from there the next time with the same settings. With --put-rule,
// FILE gets the temperature and the least evidence of all answers: it should hold weights trained in the
// same way on everybody's ink, for which no ink is left to fit them on.
// usage: ink_truth INK-FOLDER OUT-FOLDER [--recipe quality] [--epochs N] [--variations N] [--habits NAMES]
//        [--seed S] [--threads N] [--contributors a,b+c] [--also INK]... [--others INK] [--undecidable FILE]
//        [--put-rule FILE]
// INK-FOLDER holds digits-NAME.inkml for each contributor and not-digits.inkml, whose ids begin with NAME/.

#include "app/files/drawing_file.h"
#include "app/files/training_data.h"
#include "model/calibration/detection.h"
#include "model/calibration/reliability.h"
#include "model/calibration/temperature.h"
#include "model/checkpoint/safetensors.h"
#include "model/engine/load_engine.h"
#include "model/kernels/forward_pass.h"
#include "model/preprocess/normalize.h"
#include "model/recognition/softmax.h"
#include "model/training/recipes.h"
#include "model/types/error.h"
#include "tests/bench/error_sheet.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtGui/QGuiApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDigits = 10;
constexpr double kRefused = 0.0075;        // share of the digits that may be refused
constexpr const char* kNobody = "nobody";  // of those whose digits are there

/// What the weights of one fold said about the drawings they were not trained on.
struct Fold {
    std::string name;
    std::vector<Glyph> glyphs;
    std::vector<std::uint8_t> labels;
    std::vector<std::string> ids;
    std::vector<bool> decidable;
    std::vector<std::vector<float>> logits;       // of the digits
    std::vector<std::vector<float>> otherLogits;  // of what is no digit
    double mnist = 0;
    double seconds = 0;
};

struct Setting {
    QDir out;
    QStringList names;
    QStringList also;  // ink that is always trained on, but that of who is left out
    QString others;    // what is no digit
    std::set<std::string> undecidable;
    TrainOptions options;
    int variations = 0;
    PenHabits habits;
    std::shared_ptr<Engine> engine;
};

QString inkOf(const QDir& ink, const QString& name)
{
    return ink.filePath(u"digits-%1.inkml"_s.arg(name));
}

QString othersOf(const Setting& setting, const QString& name)
{
    return setting.out.filePath(u"not-digits-%1.inkml"_s.arg(name));
}

/// One file of what is no digit for each contributor.
void partOthers(const Setting& setting, const QDir& ink)
{
    std::map<std::string, std::vector<LabelledDrawing>> parts;
    std::set<std::string> known;
    for (const QString& file : {ink.filePath(u"not-digits.inkml"_s), setting.others})
        for (const LabelledDrawing& item :
             file.isEmpty() ? std::vector<LabelledDrawing>() : loadDrawings(file).drawings)
            if (known.insert(item.id).second) {
                const std::string name = item.id.substr(0, item.id.find('/'));
                parts[setting.names.contains(QString::fromStdString(name)) ? name : kNobody].push_back(item);
            }
    for (const QString& name : setting.names + QStringList{QString::fromLatin1(kNobody)})
        if (const auto& part = parts[name.toStdString()]; !part.empty())
            saveInkml(othersOf(setting, name), part);
}

std::vector<float> logitsOf(ForwardPass& pass, const Glyph& glyph)
{
    const std::span<const float> logits = pass.logits(glyph);
    return {logits.begin(), logits.end()};
}

/// Prints one line an epoch, so that a long run can be watched.
class Watch final : public TrainSink {
public:
    explicit Watch(std::string name) : m_name(std::move(name)) {}
    void onEpoch(const EpochStats& epoch) override
    {
        std::fprintf(stderr, "%s: epoch %d, MNIST %.2f %%, %.0f s\n", m_name.c_str(), epoch.epoch,
                     100 * epoch.testAccuracy, epoch.seconds);
    }

private:
    std::string m_name;
};

/// The ink that is always trained on, without drawings of who is left out.
void addAlso(const Setting& setting, const QStringList& group, DataChoice& choice)
{
    int number = 0;
    for (const QString& file : setting.also) {
        std::vector<LabelledDrawing> kept = loadDrawings(file).drawings;
        std::erase_if(kept, [&group](const LabelledDrawing& item) {
            return group.contains(QString::fromStdString(item.id.substr(0, item.id.find('/'))));
        });
        if (kept.empty())
            continue;
        const QString part = setting.out.filePath(u"also-%1-%2.inkml"_s.arg(group.join(u'+')).arg(number++));
        saveInkml(part, kept);
        choice.ink.push_back(part.toStdString());
    }
}

DataChoice dataWithout(const Setting& setting, const QDir& ink, const QStringList& group)
{
    DataChoice choice;
    choice.inkVariations = setting.variations;
    choice.inkHabits = setting.habits;
    for (const QString& other : setting.names + QStringList{QString::fromLatin1(kNobody)}) {
        if (group.contains(other))
            continue;
        if (other != QLatin1StringView(kNobody))
            choice.ink.push_back(inkOf(ink, other).toStdString());
        if (QFile::exists(othersOf(setting, other)))
            choice.notDigits.push_back(othersOf(setting, other).toStdString());
    }
    addAlso(setting, group, choice);
    return choice;
}

StateDict trainedWithout(const Setting& setting, const QDir& ink, const QStringList& group)
{
    const QString name = group.join(u'+');
    const QString how =
        u"%1-%2-epochs-%3-variations-%5-habits-seed-%4"_s.arg(QString::fromStdString(setting.options.recipe))
            .arg(setting.options.epochs)
            .arg(setting.variations)
            .arg(setting.options.seed)
            .arg(QString::fromStdString(habitsText(setting.habits)));
    const std::string file =
        setting.out.filePath(u"without-%1-%2.safetensors"_s.arg(name, how)).toStdString();
    if (QFile::exists(QString::fromStdString(file)))
        return readSafetensors(file);
    const TrainTest data = loadTrainingData(dataWithout(setting, ink, group), setting.options.seed, {});
    Watch watch(name.toStdString());
    TrainResult result = setting.engine->train(data, setting.options, std::nullopt, {}, watch);
    result.weights.metadata["judged.mnist"] = std::to_string(result.test.accuracy());
    result.weights.metadata["judged.seconds"] = std::to_string(result.seconds);
    writeSafetensors(result.weights, file);
    return result.weights;
}

Fold judged(const Setting& setting, const QDir& ink, const StateDict& weights, const QString& name)
{
    Fold fold;
    fold.name = name.toStdString();
    fold.mnist = std::stod(weights.metadata.at("judged.mnist"));
    fold.seconds = std::stod(weights.metadata.at("judged.seconds"));
    ForwardPass pass(std::make_shared<const PackedNetwork>(weights));
    for (const LabelledDrawing& item : loadDrawings(inkOf(ink, name)).drawings) {
        fold.glyphs.push_back(normalize(item.drawing).glyph);
        fold.labels.push_back(static_cast<std::uint8_t>(std::stoi(item.truth)));
        fold.ids.push_back(item.id);
        fold.decidable.push_back(!setting.undecidable.contains(item.id));
        fold.logits.push_back(logitsOf(pass, fold.glyphs.back()));
    }
    if (QFile::exists(othersOf(setting, name)))
        for (const LabelledDrawing& item : loadDrawings(othersOf(setting, name)).drawings)
            fold.otherLogits.push_back(logitsOf(pass, normalize(item.drawing).glyph));
    return fold;
}

std::vector<float> evidenceOf(const std::vector<std::vector<float>>& logits)
{
    std::vector<float> evidence;
    for (const auto& one : logits)
        evidence.push_back(predictionOf(one).evidence);
    return evidence;
}

template <typename Values>
void addTo(Values& all, const Values& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

/// Temperature and least evidence from what can be decided in all folds but one: what nobody can read says
/// nothing about how sure one may be of the rest.
AnswerRule ruleWithout(const std::vector<Fold>& folds, const Fold* left)
{
    std::vector<float> logits;
    std::vector<std::uint8_t> labels;
    std::vector<float> evidence;
    for (const Fold& fold : folds)
        for (std::size_t i = 0; &fold != left && i < fold.labels.size(); ++i)
            if (fold.decidable[i]) {
                addTo(logits, fold.logits[i]);
                labels.push_back(fold.labels[i]);
                evidence.push_back(predictionOf(fold.logits[i]).evidence);
            }
    if (labels.empty())  // there is no other: as the weights were trained
        return {};
    return {fitTemperature(logits, labels), evidenceThreshold(evidence, kRefused)};
}

/// Counts over one fold, or over several added up.
struct Score {
    std::string name;
    std::size_t count = 0;
    std::size_t right = 0;
    std::size_t undecidable = 0;
    std::size_t undecidableRight = 0;
    std::array<std::size_t, kDigits> ofDigit{};
    std::array<std::size_t, kDigits> rightOfDigit{};
    std::vector<float> confidence;
    std::vector<std::uint8_t> hits;
    std::vector<float> evidence;
    std::vector<float> otherEvidence;
    std::size_t refused = 0;       // digits
    std::size_t otherRefused = 0;  // what is none
    double mnist = 0;
};

Score scoreOf(const Fold& fold, const AnswerRule& rule, std::vector<MisreadGlyph>& errors)
{
    Score score;
    score.name = fold.name;
    score.mnist = fold.mnist;
    score.evidence = evidenceOf(fold.logits);
    score.otherEvidence = evidenceOf(fold.otherLogits);
    for (std::size_t i = 0; i < fold.labels.size(); ++i) {
        const Prediction answer = predictionOf(fold.logits[i], rule);
        const auto best = static_cast<std::size_t>(answer.best);
        const bool hit = best == fold.labels[i];
        ++score.count;
        ++score.ofDigit[fold.labels[i]];
        score.right += hit ? 1 : 0;
        score.undecidable += fold.decidable[i] ? 0 : 1;
        score.undecidableRight += hit && !fold.decidable[i] ? 1 : 0;
        score.rightOfDigit[fold.labels[i]] += hit ? 1 : 0;
        score.refused += answer.verdict == Verdict::NotADigit ? 1 : 0;
        score.confidence.push_back(answer.probabilities[best]);
        score.hits.push_back(hit ? 1 : 0);
        if (!hit)
            errors.push_back(
                {fold.glyphs[i], fold.labels[i], answer.best, score.confidence.back(), fold.ids[i]});
    }
    for (const auto& logits : fold.otherLogits)
        score.otherRefused += predictionOf(logits, rule).verdict == Verdict::NotADigit ? 1 : 0;
    return score;
}

Score together(const std::vector<Score>& scores)
{
    Score all;
    all.name = "all";
    for (const Score& one : scores) {
        all.count += one.count;
        all.right += one.right;
        all.undecidable += one.undecidable;
        all.undecidableRight += one.undecidableRight;
        for (std::size_t k = 0; k < kDigits; ++k) {
            all.ofDigit[k] += one.ofDigit[k];
            all.rightOfDigit[k] += one.rightOfDigit[k];
        }
        addTo(all.confidence, one.confidence);
        addTo(all.hits, one.hits);
        addTo(all.evidence, one.evidence);
        addTo(all.otherEvidence, one.otherEvidence);
        all.refused += one.refused;
        all.otherRefused += one.otherRefused;
        all.mnist += one.mnist / static_cast<double>(scores.size());
    }
    return all;
}

double percentOf(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

void print(const Score& s)
{
    const double ece = 100 * expectedCalibrationError(reliability(s.confidence, s.hits));
    std::printf("%-5s %5zu %5zu %7.2f %7.2f  ", s.name.c_str(), s.count, s.count - s.right,
                percentOf(s.right, s.count),
                percentOf(s.right - s.undecidableRight, s.count - s.undecidable));
    for (std::size_t k = 0; k < kDigits; ++k)
        std::printf(" %5.1f", percentOf(s.rightOfDigit[k], s.ofDigit[k]));
    std::printf("  %6.2f  %6.4f %5.2f %6.2f  %6.2f\n", ece, auroc(s.evidence, s.otherEvidence),
                percentOf(s.refused, s.count), percentOf(s.otherRefused, s.otherEvidence.size()),
                100 * s.mnist);
}

/// Of lines "id reason"; those that begin with # are remarks.
std::set<std::string> idsIn(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        throw Error(name.toStdString() + " cannot be opened. Check the name.");
    std::set<std::string> ids;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (!line.isEmpty() && !line.startsWith('#'))
            ids.insert(line.left(line.indexOf(' ')).toStdString());
    }
    return ids;
}

void putRule(const std::string& file, const AnswerRule& rule)
{
    StateDict weights = readSafetensors(file);
    putAnswerRule(rule, weights);
    writeSafetensors(weights, file);
}

void report(const std::vector<Fold>& folds, const QDir& out)
{
    std::vector<MisreadGlyph> errors;
    std::vector<Score> scores;
    std::printf("left    n  wrong right%%  of decidable  by digit 0 to 9, right%%"
                "                                       ECE%%   AUROC  refused: digits others%%  MNIST%%\n");
    for (const Fold& fold : folds) {
        scores.push_back(scoreOf(fold, ruleWithout(folds, &fold), errors));
        print(scores.back());
    }
    const Score all = together(scores);
    print(all);
    const AnswerRule rule = ruleWithout(folds, nullptr);
    std::printf("\nfor weights trained on all of them: temperature %.4f, least evidence %.4f\n\n",
                rule.temperature, rule.leastEvidence.value_or(0));
    std::printf("sure of    answers  right%%  mean probability%%\n");
    const std::vector<ReliabilityBin> bins = reliability(all.confidence, all.hits);
    for (std::size_t i = 0; i < bins.size(); ++i)
        if (bins[i].count > 0)
            std::printf("%3.0f-%3.0f %%  %7lld  %6.2f  %6.2f\n",
                        100.0 * static_cast<double>(i) / static_cast<double>(bins.size()),
                        100.0 * static_cast<double>(i + 1) / static_cast<double>(bins.size()),
                        static_cast<long long>(bins[i].count), 100 * bins[i].accuracy,
                        100 * bins[i].confidence);
    std::ranges::sort(errors, std::greater<>(), &MisreadGlyph::confidence);
    const QString sheet = out.filePath(u"errors.png"_s);
    if (!errorSheet(errors).save(sheet))
        throw Error(sheet.toStdString() + " cannot be written. Choose another folder.");
    std::printf("\nThe %zu errors, the surest first: %s\n", errors.size(), sheet.toLocal8Bit().constData());
}

void run(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"ink"_s, u"folder of the ink"_s);
    parser.addPositionalArgument(u"out"_s, u"folder for weights and pictures"_s);
    parser.addOption({u"recipe"_s, u"how to train"_s, u"NAME"_s, u"quality"_s});
    parser.addOption({u"epochs"_s, u"instead of the recipe's"_s, u"N"_s});
    parser.addOption({u"variations"_s, u"of each drawing"_s, u"N"_s, QString::number(kUsualInkVariations)});
    parser.addOption({u"habits"_s, u"that variations get"_s, u"NAMES"_s, u"all"_s});
    parser.addOption({u"seed"_s, u"of all training"_s, u"S"_s, u"0"_s});
    parser.addOption({u"threads"_s, u"to train with"_s, u"N"_s});
    parser.addOption({u"contributors"_s, u"of these alone: a,b; a+b leaves both out at once"_s, u"NAMES"_s});
    parser.addOption({u"also"_s, u"ink that is trained on, too; may be repeated"_s, u"FILE"_s});
    parser.addOption({u"others"_s, u"more of what is no digit, by id"_s, u"FILE"_s});
    parser.addOption(
        {u"undecidable"_s, u"drawings that no fit goes by: an id and a reason a line"_s, u"FILE"_s});
    parser.addOption({u"put-rule"_s, u"into these weights"_s, u"FILE"_s});
    parser.addHelpOption();
    parser.process(arguments);
    if (parser.positionalArguments().size() != 2)
        parser.showHelp(2);

    const QDir ink(parser.positionalArguments()[0]);
    Setting setting;
    setting.out = QDir(parser.positionalArguments()[1]);
    if (!setting.out.mkpath(u"."_s))
        throw Error(setting.out.path().toStdString() + " cannot be made. Choose another folder.");
    for (const QString& file : ink.entryList({u"digits-*.inkml"_s}, QDir::Files, QDir::Name))
        setting.names << file.sliced(7).chopped(6);
    if (setting.names.size() < 2)
        throw Error(ink.path().toStdString() +
                    " has not two files digits-NAME.inkml: there is nobody to leave out.");
    setting.options = recipe(parser.value(u"recipe"_s).toStdString());
    if (parser.isSet(u"epochs"_s))
        setting.options.epochs = parser.value(u"epochs"_s).toInt();
    setting.options.seed = parser.value(u"seed"_s).toULongLong();
    setting.variations = parser.value(u"variations"_s).toInt();
    setting.habits = habitsInText(parser.value(u"habits"_s).toStdString());
    setting.also = parser.values(u"also"_s);
    setting.others = parser.value(u"others"_s);
    if (parser.isSet(u"undecidable"_s))
        setting.undecidable = idsIn(parser.value(u"undecidable"_s));
    partOthers(setting, ink);
    prepareForEngine();
    setting.engine = loadEngine(GLYPHSCOPE_ENGINE);
    if (parser.isSet(u"threads"_s))
        setting.engine->limitThreads(std::max(1, parser.value(u"threads"_s).toInt()));
    const QStringList groups =
        parser.isSet(u"contributors"_s) ? parser.value(u"contributors"_s).split(u',') : setting.names;
    std::vector<Fold> folds;
    for (const QString& text : groups) {
        const QStringList group = text.split(u'+');
        const StateDict weights = trainedWithout(setting, ink, group);
        for (const QString& name : group)
            folds.push_back(judged(setting, ink, weights, name));
    }
    report(folds, setting.out);
    if (parser.isSet(u"put-rule"_s))
        putRule(parser.value(u"put-rule"_s).toStdString(), ruleWithout(folds, nullptr));
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

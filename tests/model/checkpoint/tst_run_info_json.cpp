// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/run_info_json.h"
#include "model/spec/presets.h"
#include "tests/support/test_program.h"

#include "tests/model/checkpoint/run_values.h"
#include "tests/support/warnings.h"

#include <QtTest/QTest>

#include <limits>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

RunInfo decoded(const std::string& text)
{
    return decodeRunInfo(std::as_bytes(std::span(text)), "runs/run.json");
}

/// Every member differs from its default.
RunInfo fullInfo()
{
    RunInfo info = infoOf(std::numeric_limits<std::uint64_t>::max());
    info.name = "seven \"7\" \xE4\xB8\x83";
    info.note = "two\nlines";
    info.state = RunState::Failed;
    info.failure = "The loss is not finite.";
    info.options.recipe = "mine";
    info.options.epochs = 3;
    info.options.optimizer = OptimizerKind::Nesterov;
    info.options.schedule = ScheduleKind::Cosine;
    info.options.peakLearningRate = 0.1 + 0.2;
    info.options.augmentation.rotation = 12;
    info.options.device = "cuda:1";
    info.options.frozen = {"conv1.weight", "conv1.bias"};
    info.options.matrixRate = 0.1;
    info.options.matrixMomentum = 0.9;
    info.options.selectImages = 6144;
    info.options.hardShare = 0.25;
    info.data = {false,
                 {"/a", "/b c"},
                 {"x.inkml"},
                 7,
                 {"letters.inkml"},
                 true,
                 0.125,
                 true,
                 habitsNamed({"ticks", "blobs"})};
    info.dataName = "a mix";
    info.trainImages = 12345;
    info.classNames = {"T-shirt", "Trouser"};
    info.network = shippedNetwork(2);
    info.step = 100;
    info.totalSteps = 300;
    info.seconds = 1.0 / 3;
    info.epochsDone = 2;
    info.last = epochAt(90, 0.75);
    info.best = epochAt(50, 0.875);
    info.best.validated = true;
    info.best.validationAccuracy = 0.5;
    info.best.validationLoss = 2.5;
    info.test = evaluationOf(90);
    return info;
}

std::string jsonWith(const char* more)
{
    return std::string(R"({"version":1,"state":"done","started_at":5,"options":{}, )") + more + "}";
}

}  // namespace

class TstRunInfoJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void readsWhatItWrote();
    void everyStateHasAName();
    void unknownKeysArePassedOver();
    void missingKeysHaveDefaults();
    void bytesThatAreNoTextAreReplaced();
    void pathsKeepAllTheirBytes();
    void badValuesAreNamed_data();
    void badValuesAreNamed();
    void everyPrefixIsRefused();
    void deepNestingIsRefused();
};

void TstRunInfoJson::readsWhatItWrote()
{
    const RunInfo info = fullInfo();
    const RunInfo read = decoded(encodeRunInfo(info));
    QCOMPARE(read.name, info.name);
    QCOMPARE(read.note, info.note);
    QVERIFY(read.state == info.state);
    QCOMPARE(read.failure, info.failure);
    QCOMPARE(read.startedAt, info.startedAt);
    QVERIFY(read.options == info.options);
    QVERIFY(read.data == info.data);
    QCOMPARE(read.dataName, info.dataName);
    QCOMPARE(read.trainImages, info.trainImages);
    QCOMPARE(read.classNames, info.classNames);
    QVERIFY(read.network == info.network);
    QCOMPARE(read.seconds, info.seconds);
    QVERIFY(!read.last.validated);
    QVERIFY(read.best.validated);
    QCOMPARE(read.best.validationLoss, 2.5);
    QCOMPARE(encodeRunInfo(read), encodeRunInfo(info));
}

void TstRunInfoJson::everyStateHasAName()
{
    for (const RunState state :
         {RunState::Running, RunState::Done, RunState::Stopped, RunState::Failed, RunState::Interrupted}) {
        RunInfo info = infoOf();
        info.state = state;
        QVERIFY(decoded(encodeRunInfo(info)).state == state);
    }
}

void TstRunInfoJson::unknownKeysArePassedOver()
{
    const RunInfo info = decoded(jsonWith(R"("new":[1,{"a":2}],"name":"n","data":{"also_new":null})"));
    QCOMPARE(info.name, std::string("n"));
}

void TstRunInfoJson::missingKeysHaveDefaults()
{
    const RunInfo info = decoded(jsonWith(R"("step":4)"));
    QVERIFY(info.options == TrainOptions());
    QVERIFY(info.data == DataChoice());
    // written before there were other habits of pens
    const RunInfo older = decoded(jsonWith(R"("data":{"ink":["a"],"ink_variations":6})"));
    QCOMPARE(older.data.inkHabits, habitsNamed({"forms"}));
    QVERIFY(!older.data.foldCase);
    QVERIFY(!info.network);
    QCOMPARE(info.step, std::int64_t(4));
    QCOMPARE(info.best.step, std::int64_t(0));
}

void TstRunInfoJson::bytesThatAreNoTextAreReplaced()
{
    RunInfo info = infoOf();
}

void TstRunInfoJson::pathsKeepAllTheirBytes()
{
    RunInfo info = fullInfo();
    std::string all = "/";
    for (int byte = 1; byte < 256; ++byte)
        all += static_cast<char>(byte);
    info.data.folders = {"/caf\xE9", "/caf\xC3\xA9 100%41", all};
    info.data.ink = {"caf\xE9/ink 1%.inkml", "file:/a%41", "file:"};
    info.data.notDigits = {"\xFF"};
    const std::string text = encodeRunInfo(info);
    QVERIFY(decoded(text).data == info.data);
    QVERIFY(text.find("\"file:/caf%E9\"") != std::string::npos);
    QVERIFY(text.find("/caf\xC3\xA9 100%41") != std::string::npos);  // as it is
    const std::string broken = jsonWith(R"("data":{"ink":["file:%","file:%4","file:%zz","file:%4z%41"]})");
    QVERIFY(decoded(broken).data.ink == (std::vector<std::string>{"%", "%4", "%zz", "%4zA"}));
}

void TstRunInfoJson::badValuesAreNamed_data()
{
    QTest::addColumn<std::string>("json");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const std::string& json, const char* reason) {
        QTest::newRow(name) << json << QString::fromUtf8(reason);
    };
    row("not an object", "[1]", "run.json: is not a JSON object");
    row("two objects", "{} {}", "is not a JSON object");
    row("zero byte", std::string("{}\0{}", 5), "is not a JSON object");
    row("no version", "{}", "\"version\" is missing");
    row("version of text", R"({"version":"1","state":"","started_at":1,"options":{}})", "\"version\"");
    row("no state", R"({"version":1,"started_at":1,"options":{}})", "\"state\" is missing");
    row("state", R"({"version":1,"state":"gone","started_at":1,"options":{}})", "\"state\" is none");
    row("time", R"({"version":1,"state":"done","started_at":-1,"options":{}})", "\"started_at\" is not");
    row("options", R"({"version":1,"state":"done","started_at":1,"options":7})",
        "\"options\" is not an object");
    row("name", jsonWith(R"("name":3)"), "\"name\" is not text");
    row("negative step", jsonWith(R"("step":-1)"), "\"step\" is not a whole number in its range: 0 to");
    row("fractional step", jsonWith(R"("step":1.5)"), "\"step\" is not a whole number");
    row("huge step", jsonWith(R"("step":18446744073709551615)"), "\"step\" is not a whole number");
    row("seconds", jsonWith(R"("seconds":null)"), "\"seconds\" is not a number");
    row("endless seconds", jsonWith(R"("seconds":1e400)"), "is not a JSON object");
    row("share", jsonWith(R"("data":{"validation":1.5})"),
        "\"data.validation\" is not a number in its range: 0 to 1");
    row("habit", jsonWith(R"("data":{"ink_habits":["wings"]})"), "There is no habit of pens \"wings\"");
    row("flag", jsonWith(R"("data":{"mnist":1})"), "\"data.mnist\" is neither true nor false");
    row("list", jsonWith(R"("data":{"folders":["a",1]})"), "\"data.folders\" is not a list of texts");
    row("network", jsonWith(R"("network":{"format":"x"})"), "\"network\": ");
    row("no network", jsonWith(R"("network":null)"), "\"network\": ");
    row("figure", jsonWith(R"("best":{"test_loss":"low"})"),
        "\"best.test_loss\" is neither a number nor null");
    row("correct", jsonWith(R"("test":{"count":1,"correct":2})"), "\"test.correct\" is more");
    row("classes", jsonWith(R"("test":{"class_count":257})"), "\"test.class_count\" is not");
    row("cells", jsonWith(R"("test":{"class_count":2,"confusion":[1,2,3]})"),
        "\"test.confusion\" has another");
    row("cell", jsonWith(R"("test":{"class_count":1,"confusion":[-1]})"),
        "\"test.confusion\" is not a whole");
}

void TstRunInfoJson::badValuesAreNamed()
{
    QFETCH(std::string, json);
    QFETCH(QString, reason);
    const QString error = QString::fromStdString(errorOf([&] { (void)decoded(json); }));
    QVERIFY2(error.startsWith(QStringLiteral("runs/run.json: ")) && error.contains(reason),
             qPrintable(error));
}

void TstRunInfoJson::everyPrefixIsRefused()
{
    const std::string text = encodeRunInfo(fullInfo());
    for (std::size_t size = 0; size + 1 < text.size(); ++size)  // the last is the line's end
        QVERIFY(!errorOf([&] { (void)decoded(text.substr(0, size)); }).empty());
}

void TstRunInfoJson::deepNestingIsRefused()
{
    const std::size_t depth = 200'000;
    const std::string json = std::string(depth, '[') + std::string(depth, ']');
    QVERIFY(!errorOf([&] { (void)decoded(jsonWith((R"("last":{"x":)" + json + "}").c_str())); }).empty());
}

GLYPHSCOPE_TEST(TstRunInfoJson, Core)
#include "tst_run_info_json.moc"

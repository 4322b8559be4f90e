// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_goal.h"
#include "app/lessons/lesson_words.h"
#include "tests/support/test_program.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstLessonGoal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reached_data();
    void reached();
    void aNegatedConditionHoldsWhereItDoesNot();
    void allOfAGoalHold();
    void parametersInARunStandStillOrMove();
    void picturesAreAlike();
    void everyWordIsChecked();
};

namespace {

using Change = std::function<void(LessonFacts&)>;

LessonPhrase condition(const QString& name, const QJsonObject& parameters = {})
{
    return {name, parameters, false};
}

std::shared_ptr<const StateDict> weightsOf(float a, float b)
{
    return std::make_shared<const StateDict>(StateDict{{{"a", {1}, {a}}, {"b", {1}, {b}}}, {}});
}

LayerSpec layer(const std::string& kind, std::vector<LayerSpec> children = {})
{
    return {kind, kind, {}, std::move(children)};
}

NetworkSpec networkOf(std::vector<LayerSpec> layers)
{
    NetworkSpec network;
    network.layers = std::move(layers);
    return network;
}

ObjectFacts table(const QString&)
{
    return {true, true, 4, 1, u"conv1.weight"_s, {u"a"_s, u"b"_s}};
}

struct Row {
    const char* name;
    LessonPhrase condition;
    Change change;  // after which it holds; before it does not
};

std::vector<Row> drawingRows()
{
    return {
        {"a digit", condition(u"answer"_s, {{u"verdict"_s, u"digit"_s}}),
         [](LessonFacts& f) { f.verdict = u"digit"_s; }},
        {"a class", condition(u"answer"_s, {{u"class"_s, u"3"_s}}), [](LessonFacts& f) { f.best = u"3"_s; }},
        {"as before", condition(u"answer"_s, {{u"as-before"_s, true}}),
         [](LessonFacts& f) { f.best = f.bestBefore = u"3"_s; }},
        {"small", condition(u"ink"_s, {{u"size-at-most"_s, 0.5}}),
         [](LessonFacts& f) {
             f.strokes = 1;
             f.size = 0.4;
         }},
        {"large", condition(u"ink"_s, {{u"size-at-least"_s, 0.5}}),
         [](LessonFacts& f) {
             f.strokes = 1;
             f.size = 0.6;
         }},
        {"strokes", condition(u"ink"_s, {{u"strokes"_s, 2}}), [](LessonFacts& f) { f.strokes = 2; }},
        {"same picture", condition(u"same-picture"_s, {{u"likeness"_s, 0.9}}),
         [](LessonFacts& f) { f.glyph[5] = f.glyphBefore[5] = 200; }},
        {"an image of a set", condition(u"data-image"_s), [](LessonFacts& f) { f.dataImage = true; }},
        {"the second guess", condition(u"explained"_s, {{u"which"_s, u"second"_s}}),
         [](LessonFacts& f) { f.explained = f.second = u"8"_s; }},
        {"the answer explained", condition(u"explained"_s, {{u"which"_s, u"best"_s}}),
         [](LessonFacts& f) { f.explained = f.best = u"8"_s; }},
        {"samples", condition(u"samples"_s, {{u"more"_s, 1}}), [](LessonFacts& f) { f.samples = 1; }},
        {"hooks change it", condition(u"answer-changed-by-hooks"_s),
         [](LessonFacts& f) { f.changedByHooks = true; }},
    };
}

std::vector<Row> windowRows()
{
    const QJsonObject here{{u"object"_s, u"parameters.table"_s}};
    const auto with = [here](const QString& key, const QJsonValue& value) {
        QJsonObject more = here;
        more[key] = value;
        return more;
    };
    const Change shown = [](LessonFacts& f) { f.object = table; };
    return {
        {"visible", condition(u"visible"_s, here), shown},
        {"checked", condition(u"checked"_s, here), shown},
        {"chosen text", condition(u"chosen"_s, with(u"text"_s, u"conv1.weight"_s)), shown},
        {"chosen index", condition(u"chosen"_s, with(u"index"_s, 1)), shown},
        {"visited", condition(u"visited"_s, with(u"rows"_s, 2)), shown},
        {"rows", condition(u"rows"_s, with(u"least"_s, 4)), shown},
        {"module", condition(u"module"_s, {{u"name"_s, u"conv2"_s}}),
         [](LessonFacts& f) { f.module = u"conv2"_s; }},
        {"unit", condition(u"unit"_s, {{u"module"_s, u"pool1"_s}}),
         [](LessonFacts& f) { f.unitModule = u"pool1"_s; }},
        {"any unit", condition(u"unit"_s), [](LessonFacts& f) { f.unitModule = u"pool1"_s; }},
        {"code", condition(u"code"_s, {{u"language"_s, u"cpp"_s}}),
         [](LessonFacts& f) { f.language = u"cpp"_s; }},
        {"printed", condition(u"printed"_s, {{u"input"_s, u"random"_s}}),
         [](LessonFacts& f) { f.printed << u"random"_s; }},
        {"saved", condition(u"file"_s, {{u"was"_s, u"saved"_s}, {u"suffix"_s, u"pt"_s}}),
         [](LessonFacts& f) { f.saved << u"pt"_s; }},
        {"opened", condition(u"file"_s, {{u"was"_s, u"opened"_s}}),
         [](LessonFacts& f) { f.opened << u"pt"_s; }},
        {"device", condition(u"device-chosen"_s), [](LessonFacts& f) { f.devices << u"cpu"_s; }},
    };
}

std::vector<Row> networkRows()
{
    return {
        {"has a kind", condition(u"network"_s, {{u"has"_s, u"BatchNorm2d"_s}}),
         [](LessonFacts& f) { f.edited = networkOf({layer("Sequential", {layer("BatchNorm2d")})}); }},
        {"inside", condition(u"network"_s, {{u"inside"_s, u"Sequential"_s}, {u"has"_s, u"ReLU"_s}}),
         [](LessonFacts& f) { f.edited = networkOf({layer("Sequential", {layer("ReLU")})}); }},
        {"differs", condition(u"network"_s, {{u"differs"_s, true}}),
         [](LessonFacts& f) { f.edited = networkOf({layer("ReLU")}); }},
        {"misfit", condition(u"network"_s, {{u"fits"_s, false}}),
         [](LessonFacts& f) {
             f.edited = networkOf({});
             f.fits = false;
         }},
        {"in use", condition(u"network"_s, {{u"in-use"_s, true}}),
         [](LessonFacts& f) { f.edited = f.inUse = networkOf({layer("ReLU")}); }},
        {"frozen", condition(u"frozen"_s, {{u"parameter"_s, u"conv1.weight"_s}}),
         [](LessonFacts& f) { f.frozen << u"conv1.weight"_s; }},
        {"hook",
         condition(u"hook"_s, {{u"kind"_s, u"forward"_s}, {u"module"_s, u"conv2"_s}, {u"called"_s, 3}}),
         [](LessonFacts& f) {
             f.hooks = {{u"forward"_s, u"conv2"_s, u"observe"_s, false, false, 3, 0}};
         }},
        {"one channel", condition(u"hook"_s, {{u"action"_s, u"zero"_s}, {u"one-channel"_s, true}}),
         [](LessonFacts& f) {
             f.hooks = {{u"forward"_s, u"conv2"_s, u"zero"_s, true, false, 0, 0}};
         }},
        {"in training", condition(u"hook"_s, {{u"training"_s, true}, {u"called-in-training"_s, true}}),
         [](LessonFacts& f) {
             f.hooks = {{u"full-backward"_s, u"conv2"_s, u"observe"_s, false, true, 0, 1}};
         }},
        {"weights changed", condition(u"weights"_s, {{u"are"_s, u"changed"_s}, {u"parameter"_s, u"a"_s}}),
         [](LessonFacts& f) { f.weights = weightsOf(9, 2); }},
    };
}

std::vector<Row> trainingRows()
{
    return {
        {"running", condition(u"training"_s, {{u"state"_s, u"running"_s}}),
         [](LessonFacts& f) { f.training = u"running"_s; }},
        {"trained", condition(u"trained"_s, {{u"steps"_s, 10}}), [](LessonFacts& f) { f.steps += 10; }},
        {"accuracy", condition(u"accuracy"_s, {{u"least"_s, 0.98}}),
         [](LessonFacts& f) { f.accuracy = 0.98; }},
        {"lowered", condition(u"learning-rate"_s, {{u"was"_s, u"lowered"_s}}),
         [](LessonFacts& f) { f.learningRate /= 2; }},
        {"raised", condition(u"learning-rate"_s, {{u"was"_s, u"raised"_s}}),
         [](LessonFacts& f) { f.learningRate *= 2; }},
        {"diverged", condition(u"run-ended"_s, {{u"by"_s, u"divergence"_s}}),
         [](LessonFacts& f) { ++f.diverged; }},
        {"stopped", condition(u"run-ended"_s, {{u"by"_s, u"stop"_s}}), [](LessonFacts& f) { ++f.stopped; }},
        {"ended", condition(u"run-ended"_s), [](LessonFacts& f) { ++f.finished; }},
        {"fine-tuned", condition(u"fine-tuned"_s), [](LessonFacts& f) { ++f.fineTuned; }},
    };
}

LessonFacts atFirst()
{
    LessonFacts facts;
    facts.learningRate = 0.1;
    facts.steps = 7;
    facts.diverged = 1;  // an earlier run's
    facts.weights = weightsOf(1, 2);
    return facts;
}

}  // namespace

void TstLessonGoal::reached_data()
{
    QTest::addColumn<LessonPhrase>("goal");
    QTest::addColumn<Change>("change");
    for (const auto& rows : {drawingRows(), windowRows(), networkRows(), trainingRows()})
        for (const Row& row : rows)
            QTest::newRow(row.name) << row.condition << row.change;
}

void TstLessonGoal::reached()
{
    QFETCH(LessonPhrase, goal);
    QFETCH(Change, change);
    const LessonFacts start = atFirst();
    QVERIFY(!holds(goal, start, start));
    LessonFacts now = start;
    change(now);
    QVERIFY(holds(goal, now, start));
}

void TstLessonGoal::aNegatedConditionHoldsWhereItDoesNot()
{
    LessonFacts facts;
    LessonPhrase frozen = condition(u"frozen"_s);
    frozen.negated = true;
    QVERIFY(holds(frozen, facts, facts));
    facts.frozen << u"a"_s;
    QVERIFY(!holds(frozen, facts, facts));
    QVERIFY(!holds(condition(u"of another version"_s), facts, facts));
}

void TstLessonGoal::allOfAGoalHold()
{
    LessonFacts facts;
    const QList<LessonPhrase> goal{condition(u"answer"_s, {{u"verdict"_s, u"empty"_s}}),
                                   condition(u"data-image"_s)};
    QVERIFY(!allHold(goal, facts, facts));
    facts.dataImage = true;
    QVERIFY(allHold(goal, facts, facts));
}

void TstLessonGoal::parametersInARunStandStillOrMove()
{
    LessonFacts facts;
    const auto is = [&facts](const QString& parameter, const QString& has) {
        return holds(condition(u"in-run"_s, {{u"parameter"_s, parameter}, {u"has"_s, has}, {u"steps"_s, 10}}),
                     facts, facts);
    };
    facts.first = weightsOf(1, 2);
    facts.newest = weightsOf(1, 3);
    facts.firstStep = 5;
    facts.newestStep = 14;
    QVERIFY(!is(u"a"_s, u"stood-still"_s) && !is(u"b"_s, u"moved"_s));  // nine steps
    facts.newestStep = 15;
    QVERIFY(is(u"a"_s, u"stood-still"_s) && !is(u"a"_s, u"moved"_s));
    QVERIFY(is(u"b"_s, u"moved"_s) && !is(u"b"_s, u"stood-still"_s));
    QVERIFY(!is(u"none"_s, u"moved"_s) && !is(u"none"_s, u"stood-still"_s));
}

void TstLessonGoal::picturesAreAlike()
{
    Glyph a{};
    Glyph b{};
    QCOMPARE(likeness(a, b), 0.0);
    a[0] = 255;
    b[1] = 255;
    QCOMPARE(likeness(a, b), 0.0);
    b[0] = 255;
    QVERIFY(qAbs(likeness(a, b) - 0.7071) < 1e-3);
    QCOMPARE(likeness(a, a), 1.0);
}

void TstLessonGoal::everyWordIsChecked()
{
    QSet<QString> tested{u"in-run"_s};
    for (const auto& rows : {drawingRows(), windowRows(), networkRows(), trainingRows()})
        for (const Row& row : rows)
            tested << row.condition.name;
    for (const LessonWord& word : lessonConditions())
        QVERIFY2(tested.contains(word.name), qPrintable(word.name));
}

GLYPHSCOPE_TEST(TstLessonGoal, Core)
#include "tst_lesson_goal.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/load_engine.h"
#include "model/training/recipes.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope;

namespace {

Dataset blank(int count)
{
    Dataset data;
    data.classes = ClassSet::digits();
    data.labels.resize(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < data.labels.size(); ++i)
        data.labels[i] = static_cast<std::uint8_t>(i % 10);
    data.images.resize(data.labels.size() * kGlyphPixels);
    return data;
}

}  // namespace

class TstLoadEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsAndTells();
    void trainsAndReadsThroughTheInterface();
    void errorsCrossTheModuleAsErrors();
    void missingModuleIsNamed();
    void foreignModuleIsNamed();
};

void TstLoadEngine::loadsAndTells()
{
    const EngineInfo info = loadEngine(GLYPHSCOPE_ENGINE)->info();
    QVERIFY(!info.torchVersion.empty());
    QVERIFY(info.threads >= 1);
    QCOMPARE(info.devices.front(), std::string("cpu"));
    QVERIFY(!info.blas.empty());
}

void TstLoadEngine::trainsAndReadsThroughTheInterface()
{
    const auto engine = loadEngine(GLYPHSCOPE_ENGINE);
    engine->limitThreads(1);
    QCOMPARE(engine->info().threads, 1);
    TrainOptions options = recipe("sprint");
    options.batchSize = 10;
    TrainSink sink;
    const TrainResult result = engine->train({blank(20), blank(10), "blank"}, options, {}, {}, sink);
    QCOMPARE(result.steps, 2);
    const Prediction prediction = engine->recognizer(result.weights, "cpu")->predict(Glyph{});
    QCOMPARE(prediction.logits.size(), std::size_t(10));
    QCOMPARE(engine->evaluate(result.weights, blank(10), "cpu", {}).count, 10);
}

void TstLoadEngine::errorsCrossTheModuleAsErrors()
{
    const auto engine = loadEngine(GLYPHSCOPE_ENGINE);
    QVERIFY_THROWS_EXCEPTION(Error, (void)engine->recognizer(StateDict{}, "cpu"));
    TrainOptions nonsense;
    nonsense.epochs = -1;
    TrainSink sink;
    QVERIFY_THROWS_EXCEPTION(Error, (void)engine->train({blank(20), blank(10), ""}, nonsense, {}, {}, sink));
}

void TstLoadEngine::missingModuleIsNamed()
{
    try {
        (void)loadEngine("/nowhere/libglyphscope_engine.so");
        QFAIL("loaded a module that is not there");
    } catch (const Error& error) {
        QVERIFY(QByteArray(error.what()).contains("/nowhere/libglyphscope_engine.so"));
    }
}

void TstLoadEngine::foreignModuleIsNamed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("engine.so"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a library");
    file.close();
    QVERIFY_THROWS_EXCEPTION(Error, (void)loadEngine(path.toStdString()));
    QVERIFY_THROWS_EXCEPTION(Error, (void)loadEngine("libz.so.1"));  // a library, but not the engine
}

GLYPHSCOPE_TEST(TstLoadEngine, Core)
#include "tst_load_engine.moc"

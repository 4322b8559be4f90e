// SPDX-License-Identifier: GPL-3.0-or-later
// Every call to the system fails in turn while the program keeps what it remembers.
#include "app/settings/settings.h"
#include "app/settings/weights_history.h"
#include "tests/support/save_faults.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstSettingsFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void settings();
    void settingsThatCannotBeReadAreNotLost();
    void newWeights();
    void weightsAreTakenBack();
    void historyThatCannotBeReadIsNotLost();
    void weightsOfADamagedHistoryStay();
    void twoWindowsShareTheHistory();
};

namespace {

StateDict savedWeightsOf(float value)
{
    return {{{"a", {2}, {value, -value}}}, {}};
}

float savedValueOf(const std::optional<StateDict>& weights)
{
    return weights ? weights->tensors.at(0).values.at(0) : 0.0F;
}

QString settingsIn(const QString& folder)
{
    return folder + u"/settings.json"_s;
}

void keepPen(const QString& folder, double pen)
{
    Settings settings;
    settings.pen = pen;
    saveSettings(settingsIn(folder), settings);
}

/// What a new start finds in place.
QString asState(const QString& folder)
{
    Message notice;
    const WeightsHistory history(folder.toStdString(), &notice);
    if (!notice.empty())
        return QString::fromStdString(notice.text());
    const float value = savedValueOf(history.current());
    return value == 1 ? u"old"_s : value == 2 ? u"new"_s : QString::number(value);
}

}  // namespace

void TstSettingsFaults::settings()
{
    saveThroughAllFaults({[](const QString& folder) { keepPen(folder, 0.5); },
                          [](const QString& folder) { keepPen(folder, 2); },
                          [](const QString& folder) {
                              QString notice;
                              const double pen = loadSettings(settingsIn(folder), &notice).pen;
                              if (!notice.isEmpty())
                                  return notice;
                              return pen == 0.5 ? u"old"_s : pen == 2 ? u"new"_s : QString::number(pen);
                          }});
}

void TstSettingsFaults::settingsThatCannotBeReadAreNotLost()
{
    const QTemporaryDir scratch;
    const QString folder = QDir(scratch.path()).canonicalPath();
    keepPen(folder, 2);
    faults::arm({folder.toStdString(), 1, EMFILE});
    QString notice;
    QCOMPARE(loadSettings(settingsIn(folder), &notice).pen, 1.0);
    QCOMPARE(faults::disarm(), 1L);
    QVERIFY2(notice.contains(u"settings.json.bad"_s), qPrintable(notice));
    keepPen(folder, 1);
    notice.clear();
    QCOMPARE(loadSettings(settingsIn(folder) + u".bad"_s, &notice).pen, 2.0);
}

void TstSettingsFaults::newWeights()
{
    saveThroughAllFaults(
        {[](const QString& folder) { WeightsHistory(folder.toStdString()).push(savedWeightsOf(1), "First"); },
         [](const QString& folder) {
             WeightsHistory(folder.toStdString()).push(savedWeightsOf(2), "Second");
         },
         asState});
}

void TstSettingsFaults::weightsAreTakenBack()
{
    saveThroughAllFaults({[](const QString& folder) {
                              WeightsHistory history(folder.toStdString());
                              history.push(savedWeightsOf(2), "Second");
                              history.push(savedWeightsOf(1), "First");
                          },
                          [](const QString& folder) {
                              Message notice;
                              WeightsHistory history(folder.toStdString(), &notice);
                              if (!notice.empty())
                                  throw Error(notice);
                              if (savedValueOf(history.current()) == 1)
                                  (void)history.undo();
                          },
                          asState});
}

void TstSettingsFaults::historyThatCannotBeReadIsNotLost()
{
    const QTemporaryDir scratch;
    const std::string folder = QDir(scratch.path()).canonicalPath().toStdString();
    WeightsHistory(folder).push(savedWeightsOf(1), "First");
    faults::arm({folder, 1, EMFILE, true});
    Message notice;
    WeightsHistory history(folder, &notice);
    QVERIFY_THROWS_EXCEPTION(Error, history.push(savedWeightsOf(3), "Third"));
    QVERIFY(faults::disarm() > 1);
    QVERIFY2(!notice.empty(), "nobody was told");
    QVERIFY(!history.current());
    history.push(savedWeightsOf(2), "Second");
    QCOMPARE(savedValueOf(history.undo()), 1.0F);
}

void TstSettingsFaults::weightsOfADamagedHistoryStay()
{
    const QTemporaryDir folder;
    WeightsHistory(folder.path().toStdString()).push(savedWeightsOf(1), "First");
    QFile list(folder.filePath(u"history.json"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("damaged");
    list.close();
    Message notice;
    WeightsHistory history(folder.path().toStdString(), &notice);
    QVERIFY(!notice.empty());
    history.push(savedWeightsOf(2), "Second");
    history.pushShipped("Shipped weights");
    QCOMPARE(filesBelow(folder.path()).filter(u".safetensors"_s),
             QStringList({u"0001.safetensors"_s, u"0002.safetensors"_s}));
}

void TstSettingsFaults::twoWindowsShareTheHistory()
{
    const QTemporaryDir folder;
    WeightsHistory one(folder.path().toStdString());
    WeightsHistory other(folder.path().toStdString());
    one.push(savedWeightsOf(1), "Of one");
    other.push(savedWeightsOf(2), "Of the other");
    one.push(savedWeightsOf(3), "Of one again");
    QCOMPARE(other.title(), std::string("Of the other"));
    QCOMPARE(savedValueOf(other.undo()), 2.0F);
    QCOMPARE(savedValueOf(one.undo()), 1.0F);
    QCOMPARE(savedValueOf(other.redo()), 2.0F);
    QCOMPARE(savedValueOf(other.redo()), 3.0F);
}

GLYPHSCOPE_TEST(TstSettingsFaults, Core)
#include "tst_settings_faults.moc"

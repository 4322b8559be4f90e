// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/hook_table.h"

#include <QtCore/QMimeData>
#include <QtTest/QSignalSpy>

#include <memory>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

std::vector<HookSpec> hooks()
{
    return test::numbered({test::spec(HookKind::Forward, "conv1", HookAction::Zero, 5),
                           test::spec(HookKind::ForwardPre, "", HookAction::Observe),
                           test::spec(HookKind::FullBackward, "fc2", HookAction::Scale, -1, 2)});
}

HookRecord record(std::uint64_t id, std::int64_t calls, double microseconds, double mean)
{
    HookRecord record;
    record.id = id;
    record.calls = calls;
    record.meanMicroseconds = microseconds;
    record.shape = {10};
    record.last.count = 10;
    record.last.mean = mean;
    record.last.deviation = 1;
    record.last.low = -2;
    record.last.high = 3;
    return record;
}

QString cell(const HookTableModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

}  // namespace

class TstHookTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        m_model = std::make_unique<HookTableModel>();
        m_model->setHooks(hooks());
    }

    void rowsSayWhatTheHookDoes()
    {
        using M = HookTableModel;
        QCOMPARE(cell(*m_model, 0, M::On), u"1"_s);
        QCOMPARE(cell(*m_model, 0, M::Kind), u"Forward"_s);
        QCOMPARE(cell(*m_model, 1, M::Module), u"every module"_s);
        QCOMPARE(cell(*m_model, 2, M::Does), u"scale by 2"_s);
        QCOMPARE(cell(*m_model, 0, M::Calls), u"0"_s);
        QCOMPARE(cell(*m_model, 0, M::Last), u"\u2013"_s);
        QCOMPARE(m_model->index(0, 0).data(M::TitleRole).toString(), u"conv1: zero channel 5"_s);
        QVERIFY(m_model->index(0, 0).data(M::DetailRole).toString().endsWith(u"not called yet"));
    }

    void recordsOfAllSourcesAreAddedUp()
    {
        m_model->setRecords(HookSource::Reading, {record(1, 10, 2, 0.25), record(99, 1, 1, 1)});
        m_model->setRecords(HookSource::Training, {record(1, 30, 4, 0.75)});
        QCOMPARE(cell(*m_model, 0, HookTableModel::Calls), u"40"_s);
        QCOMPARE(cell(*m_model, 0, HookTableModel::Time), u"3.5 \u00B5s"_s);
        QCOMPARE(cell(*m_model, 0, HookTableModel::Last), u"0.75 \u00B1 1, \u22122 to 3"_s);
        m_model->setRecords(HookSource::Reading, {record(1, 11, 2, 0.25)});
        QCOMPARE(cell(*m_model, 0, HookTableModel::Last), u"0.25 \u00B1 1, \u22122 to 3"_s);
        QCOMPARE(m_model->recordOf(99).calls, 0);
    }

    void noGradientIsSaid()
    {
        HookRecord none = record(3, 1, 2, 0);
        none.shape.clear();
        none.last = {};
        m_model->setRecords(HookSource::Training, {none});
        QCOMPARE(cell(*m_model, 2, HookTableModel::Calls), u"1"_s);
        QVERIFY(cell(*m_model, 2, HookTableModel::Last).startsWith(u"None"));
    }

    void whatIsSaidUnderTheTitleFollowsTheCalls()
    {
        using M = HookTableModel;
        QSignalSpy changed(m_model.get(), &M::dataChanged);
        m_model->setRecords(HookSource::Reading, {record(1, 1, 2, 0.25)});
        QVERIFY(!m_model->index(0, M::Does).data(M::DetailRole).toString().endsWith(u"not called yet"));
        const auto from = changed.front().at(0).toModelIndex();
        const auto to = changed.front().at(1).toModelIndex();
        QVERIFY(from.column() <= M::Does && M::Does <= to.column());  // it is painted again
    }

    void recordsComeInOneSignal()
    {
        QSignalSpy changed(m_model.get(), &HookTableModel::dataChanged);
        QSignalSpy reset(m_model.get(), &HookTableModel::modelReset);
        m_model->setRecords(HookSource::Reading, {record(1, 10, 2, 0.25)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
    }

    void anEditKeepsTheRows()
    {
        QSignalSpy reset(m_model.get(), &HookTableModel::modelReset);
        std::vector<HookSpec> specs = hooks();
        specs[2].amount = 3;
        m_model->setHooks(specs);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(cell(*m_model, 2, HookTableModel::Does), u"scale by 3"_s);
        std::swap(specs[0], specs[1]);
        m_model->setHooks(specs);
        QCOMPARE(reset.count(), 1);
    }

    void checksAreWishes()
    {
        std::vector<HookSpec> wished;
        connect(m_model.get(), &HookTableModel::changeWanted, this, [&](int row, const HookSpec& spec) {
            QCOMPARE(row, 1);
            wished.push_back(spec);
        });
        const auto set = [&](int column, Qt::CheckState state) {
            return m_model->setData(m_model->index(1, column), state, Qt::CheckStateRole);
        };
        QVERIFY(set(HookTableModel::On, Qt::Unchecked));
        QVERIFY(set(HookTableModel::Training, Qt::Checked));
        QVERIFY(set(HookTableModel::Predicting, Qt::Unchecked));
        QVERIFY(!set(HookTableModel::Does, Qt::Checked));
        QCOMPARE(wished.size(), 3U);
        QVERIFY(!wished[0].enabled && wished[1].training && !wished[2].predicting);
        QVERIFY(m_model->specs()[1].enabled);
    }

    void aDropBetweenRowsIsAMove_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("gap");
        QTest::addColumn<int>("to");
        QTest::newRow("first to the end") << 0 << 3 << 2;
        QTest::newRow("first behind the second") << 0 << 2 << 1;
        QTest::newRow("last to the top") << 2 << 0 << 0;
        QTest::newRow("below all rows") << 1 << -1 << 2;
    }
    void aDropBetweenRowsIsAMove()
    {
        QFETCH(int, from);
        QFETCH(int, gap);
        QSignalSpy moves(m_model.get(), &HookTableModel::moveWanted);
        const std::unique_ptr<QMimeData> data(
            m_model->mimeData({m_model->index(from, 3), m_model->index(from, 4)}));
        QVERIFY(!m_model->dropMimeData(data.get(), Qt::MoveAction, gap, 0, {}));
        QCOMPARE(moves.count(), 1);
        QCOMPARE(moves[0][0].toInt(), from);
        QTEST(moves[0][1].toInt(), "to");
        QVERIFY(!m_model->dropMimeData(data.get(), Qt::CopyAction, gap, 0, {}));
        QCOMPARE(moves.count(), 1);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void columnsComeWithTheWidth()
    {
        QVERIFY(hookColumnsFor(290).twoLines);
        QVERIFY(!hookColumnsFor(290).shows(HookTableModel::Training));
        QVERIFY(hookColumnsFor(420).shows(HookTableModel::Training));
        QVERIFY(!hookColumnsFor(420).shows(HookTableModel::Calls));
        QVERIFY(hookColumnsFor(600).shows(HookTableModel::Calls));
        QVERIFY(!hookColumnsFor(600).shows(HookTableModel::Kind));
        for (int column = 0; column < HookTableModel::ColumnCount; ++column)
            QVERIFY(hookColumnsFor(1200).shows(column));
    }

    void tipsSayWhenAHookRuns()
    {
        QVERIFY(m_model->index(0, 3)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .startsWith(u"Zero channel 5 of conv1's output.\nRuns as number 1 of 1"));
    }

private:
    std::unique_ptr<HookTableModel> m_model;
};

GLYPHSCOPE_TEST(TstHookTableModel, Core)
#include "tst_hook_table_model.moc"

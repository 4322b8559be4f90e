// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/hook_panel.h"
#include "ui/hooks/hook_table.h"
#include "ui/style/theme.h"

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <memory>

using namespace glyphscope;

/// Rows that are dragged and dropped.
class TstHookTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init()
    {
        test::failOnQtWarnings();
        m_panel = std::make_unique<HookPanel>();
        m_panel->resize(560, 620);
        m_panel->setModules(test::network());
        m_panel->setHooks(test::numbered({test::spec(HookKind::Forward, "conv1", HookAction::Zero),
                                          test::spec(HookKind::Forward, "pool1", HookAction::Zero),
                                          test::spec(HookKind::Forward, "conv2", HookAction::Zero)}));
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_table = m_panel->findChild<HookTable*>();
        QTRY_VERIFY(m_table->visualRect(m_table->model()->index(2, HookTableModel::Does)).height() > 8);
    }
    void cleanup() { m_panel.reset(); }

    void aRowIsDroppedBetweenOthers_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("gap");  // 0: above the first row
        QTest::addColumn<QString>("order");
        QTest::newRow("down by one") << 0 << 2 << QStringLiteral("pool1 conv1 conv2");
        QTest::newRow("to the end") << 0 << 3 << QStringLiteral("pool1 conv2 conv1");
        QTest::newRow("up by one") << 2 << 1 << QStringLiteral("conv1 conv2 pool1");
        QTest::newRow("to the front") << 2 << 0 << QStringLiteral("conv2 conv1 pool1");
    }

    void aRowIsDroppedBetweenOthers()
    {
        QFETCH(int, from);
        QFETCH(int, gap);
        QFETCH(QString, order);
        QSignalSpy changed(m_panel.get(), &HookPanel::hooksChanged);
        drag(from, gapAt(gap));
        QCOMPARE(modules(), order);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_table->model()->rowCount(), 3);
    }

    void aRowPutBackChangesNothing()
    {
        QSignalSpy changed(m_panel.get(), &HookPanel::hooksChanged);
        drag(1, gapAt(2));
        QCOMPARE(modules(), QStringLiteral("conv1 pool1 conv2"));
        QCOMPARE(changed.count(), 0);
    }

    void rowsOfAnotherListAreRefused()
    {
        HookTableModel other;
        other.setHooks(m_panel->hooks());
        const std::unique_ptr<QMimeData> foreign(other.mimeData({other.index(0, 0)}));
        QVERIFY(!drop(*foreign, gapAt(3)));
        QMimeData text;
        text.setText(QStringLiteral("0"));
        QVERIFY(!drop(text, gapAt(3)));
        QCOMPARE(modules(), QStringLiteral("conv1 pool1 conv2"));
    }

private:
    [[nodiscard]] QRect row(int index) const
    {
        return m_table->visualRect(m_table->model()->index(index, HookTableModel::Does));
    }
    [[nodiscard]] QPoint gapAt(int index) const
    {
        return index < 3 ? QPoint(row(index).center().x(), row(index).top() + 1)
                         : QPoint(row(2).center().x(), row(2).bottom() - 1);
    }

    /// Drags a row to `at`, in the viewport, and drops it, with what a platform sends: the offscreen one runs
    /// no drag of its own.
    void drag(int from, QPoint at)
    {
        const QModelIndex index = m_table->model()->index(from, HookTableModel::Does);
        QVERIFY(m_table->dragEnabled() && index.flags().testFlag(Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> data(m_table->model()->mimeData({index}));
        drop(*data, at);
    }

    bool drop(const QMimeData& data, QPoint at)
    {
        QDragEnterEvent enter(at, Qt::MoveAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_table->viewport(), &enter);
        QDragMoveEvent over(at, Qt::MoveAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_table->viewport(), &over);
        if (!over.isAccepted())
            return false;
        QDropEvent released(at, Qt::MoveAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_table->viewport(), &released);
        return true;
    }

    [[nodiscard]] QString modules() const
    {
        QStringList names;
        for (const HookSpec& spec : m_panel->hooks())
            names << QString::fromStdString(spec.module);
        return names.join(QChar::Space);
    }

    std::unique_ptr<HookPanel> m_panel;
    HookTable* m_table = nullptr;
};

GLYPHSCOPE_TEST(TstHookTable, Widgets)
#include "tst_hook_table.moc"

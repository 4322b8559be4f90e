// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/installation.h"
#include "app/settings/settings.h"
#include "app/settings/weights_history.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/answer_rule.h"
#include "tests/journeys/journey.h"
#include "tests/support/test_program.h"
#include "ui/hooks/hook_delegate.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/module_view.h"
#include "ui/network/network_strip.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// A hook that is at work is said wherever one sees what it changes.
class TstHookBadge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void rememberedHooksAreSaidWithoutAnError();  // first: LibTorch takes its time to be loaded only once
    void aHookIsSaidBesideTheAnswer();
    void theBadgeLeadsToTheHook();
    void theCardSaysItToo();
    void whatOnlyWatchesIsNotSaid();
    void withoutTheEngineItIsSaidThatHooksDoNothing();
};

namespace {

/// Hears everything that a label says, however short.
class NoticeWatch : public QObject {
public:
    NoticeWatch(QLabel* label, std::function<void(const QString&)> heard)
        : m_label(label), m_heard(std::move(heard))
    {
        label->installEventFilter(this);
    }
    bool eventFilter(QObject*, QEvent*) override
    {
        m_heard(m_label->text());
        return false;
    }

private:
    QLabel* m_label;
    std::function<void(const QString&)> m_heard;
};

/// By click: the most important channel of the last module is taken away.
void takeAChannelAway(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    window.press(Qt::Key_3, Qt::ControlModifier);
    hand::write(window.canvas(), tourDigit(8));
    QTRY_COMPARE(window.digit(), 8);
    hand::openTab(*window, u"Hooks"_s);
    hand::click(*window.find<QToolButton>("hooks.tabWhatIf"));
    auto* sweep = window.find<QPushButton>("hooks.sweep");
    QTRY_VERIFY(sweep->isEnabled());
    hand::click(*sweep);
    auto* table = window.find<QTableView>("hooks.sweepTable");
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, 30000);
    table->selectRow(0);
    hand::click(*window.find<QPushButton>("hooks.sweepAdd"));
    QCOMPARE(window->panel<HookPanel>()->hooks().size(), std::size_t(1));
    window.press(Qt::Key_1, Qt::ControlModifier);
}

QWidget* badgeOf(QWidget* panel)
{
    return panel->findChild<QWidget*>(u"hookBadge"_s);
}

QString wordsOf(QWidget* panel)
{
    return panel->findChild<QLabel*>(u"hookBadge.words"_s)->text();
}

std::vector<float> answerOf(OpenWindow& window)
{
    return window->panel<AnswerPanel>()->prediction()->probabilities;
}

}  // namespace

void TstHookBadge::aHookIsSaidBesideTheAnswer()
{
    const ScratchData data;
    OpenWindow window(data);
    takeAChannelAway(window);
    AnswerPanel* answer = window->panel<AnswerPanel>();
    QTRY_VERIFY(badgeOf(answer)->isVisible());
    const HookSpec hook = window->panel<HookPanel>()->hooks().front();
    QVERIFY(wordsOf(answer).contains(QString::fromStdString(hook.module)));
    QVERIFY(wordsOf(answer).contains(QString::number(hook.channel)));
    QTRY_VERIFY(wordsOf(answer).contains(u": 8, "));  // what it is without, really computed
    const std::vector<float> changed = answerOf(window);

    hand::click(*answer->findChild<QToolButton*>(u"hookBadge.off"_s));
    QTRY_VERIFY(!badgeOf(answer)->isVisible());
    QTRY_VERIFY(answerOf(window) != changed);
    QCOMPARE(window.digit(), 8);
    QCOMPARE(window->panel<HookPanel>()->hooks().size(), std::size_t(1));  // it stays, unticked
    QVERIFY(!window->panel<HookPanel>()->hooks().front().enabled);
}

void TstHookBadge::theBadgeLeadsToTheHook()
{
    const ScratchData data;
    OpenWindow window(data);
    takeAChannelAway(window);
    QTRY_VERIFY(badgeOf(window->panel<AnswerPanel>())->isVisible());
    QVERIFY(!window->panel<HookPanel>()->isVisible());
    hand::click(*window->panel<AnswerPanel>()->findChild<QToolButton*>(u"hookBadge.show"_s));
    QTRY_VERIFY(window->panel<HookPanel>()->isVisible());
    QVERIFY(window->panel<HookPanel>()->page() == HookPanel::Page::Hooks);
    QCOMPARE(window.find<QTableView>("hooks.list")->selectionModel()->selectedRows().size(), 1);
}

void TstHookBadge::theCardSaysItToo()
{
    const ScratchData data;
    OpenWindow window(data);
    takeAChannelAway(window);
    NetworkStrip* strip = window->panel<NetworkStrip>();
    const QString module = QString::fromStdString(window->panel<HookPanel>()->hooks().front().module);
    strip->setCurrent(module);
    QTRY_VERIFY(strip->current() >= 0);
    const auto chip = [strip] {
        const int scrolled = strip->findChild<QScrollBar*>(u"networkScroll"_s)->value();
        return strip->placeOf(strip->current()).card.topRight() + QPointF(-12 - scrolled, 12);
    };
    QTRY_VERIFY(strip->tipAt(chip()).contains(u": 8, "));
    QTRY_VERIFY(!window.label("status.latency").isEmpty());
    hand::click(*strip->viewport(), chip());
    auto* menu = strip->findChild<QMenu*>(u"network.hookMenu"_s);
    QTRY_VERIFY(menu != nullptr && menu->isVisible());
    menu->findChild<QAction*>(u"network.hookOff"_s)->trigger();
    menu->close();
    QTRY_VERIFY(!window->panel<HookPanel>()->hooks().front().enabled);
    QVERIFY(!badgeOf(window->panel<AnswerPanel>())->isVisible());

    window->openModule(module);
    QTRY_VERIFY(window->panel<ModuleView>()->isVisible());
    QVERIFY(!badgeOf(window->panel<ModuleView>())->isVisible());
    window.press(Qt::Key_3, Qt::ControlModifier);
    hand::openTab(*window, u"Hooks"_s);
    auto* list = window.find<QTableView>("hooks.list");
    QTRY_VERIFY(list->isVisible());
    hand::click(*list->viewport(), checkBox(list->visualRect(list->model()->index(0, 0))).center());
    QVERIFY(window->panel<HookPanel>()->hooks().front().enabled);
    window->openModule(module);
    QTRY_VERIFY(badgeOf(window->panel<ModuleView>())->isVisible());
    QTRY_VERIFY(wordsOf(window->panel<ModuleView>()).contains(u": 8, "));
}

void TstHookBadge::whatOnlyWatchesIsNotSaid()
{
    const ScratchData data;
    OpenWindow window(data);
    takeAChannelAway(window);
    QTRY_VERIFY(badgeOf(window->panel<AnswerPanel>())->isVisible());
    HookSpec watching = window->panel<HookPanel>()->hooks().front();
    watching.action = HookAction::Observe;
    window->panel<HookPanel>()->setHooks({watching});
    Q_EMIT window->panel<HookPanel>()->hooksChanged({watching});
    QTRY_VERIFY(!badgeOf(window->panel<AnswerPanel>())->isVisible());
}

void TstHookBadge::rememberedHooksAreSaidWithoutAnError()
{
    const ScratchData data;
    StateDict own = shippedWeights();
    putAnswerRule({.temperature = 1.5, .leastEvidence = {}}, own);
    WeightsHistory((data.path() + u"/weights"_s).toStdString()).push(own, "own");
    Settings settings;
    HookSpec hook;
    hook.module = "fc1";
    hook.action = HookAction::Zero;
    hook.channel = 1;
    settings.hooks = {hook};
    saveSettings(data.file(u"settings.json"_s), settings);

    OpenWindow window(data);
    QTRY_VERIFY(window.shows(WeightsSource::Applied));  // they read before LibTorch is there
    auto* text = window->notices()->findChild<QLabel*>(u"notices.text"_s);
    QVERIFY(text != nullptr);
    bool complained = false;
    NoticeWatch watch(text, [&complained](const QString& said) { complained |= said.contains(u"LibTorch"); });
    hand::write(window.canvas(), tourDigit(3));
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 30000);
    QTRY_VERIFY(badgeOf(window->panel<AnswerPanel>())->isVisible());
    QTRY_VERIFY(wordsOf(window->panel<AnswerPanel>()).contains(u": 3, "));
    QVERIFY(!complained);
}

void TstHookBadge::withoutTheEngineItIsSaidThatHooksDoNothing()
{
    const ScratchData data;
    Settings settings;
    HookSpec hook;
    hook.module = "fc1";
    hook.action = HookAction::Zero;
    settings.hooks = {hook};
    saveSettings(data.file(u"settings.json"_s), settings);
    OpenWindow window(data, "/nowhere/libglyphscope_engine.so");
    hand::write(window.canvas(), tourDigit(3));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 3, 30000);
    QTRY_VERIFY(window->notices()->text().contains(u"LibTorch"));
    QVERIFY(!badgeOf(window->panel<AnswerPanel>())->isVisible());
}

GLYPHSCOPE_TEST(TstHookBadge, Widgets)
#include "tst_hook_badge.moc"

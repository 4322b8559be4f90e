// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/lesson_controller.h"

#include "app/controllers/file_dialogs.h"
#include "app/controllers/lesson_target.h"
#include "app/lessons/lesson_goal.h"
#include "app/lessons/lesson_reader.h"
#include "app/session/task_session.h"
#include "app/settings/settings.h"
#include "app/text/message_text.h"
#include "model/spec/presets.h"
#include "model/types/error.h"
#include "ui/canvas/canvas.h"
#include "ui/lessons/lesson_panel.h"
#include "ui/lessons/outline.h"
#include "ui/lessons/welcome_card.h"
#include "ui/widgets/notice_bar.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTranslator>
#include <QtGui/QAction>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kCheckEvery = 100;    // milliseconds
constexpr int kAdvanceAfter = 900;  // milliseconds: that it was reached is to be seen

/// Parts that the window makes when they are needed.
const QStringList kLateObjects{u"build.repair"_s, u"build.problem"_s, u"fileDialog"_s, u"build.rename"_s};

/// Of labels of classes there are as many as the network has.
bool isLate(const QString& name)
{
    return kLateObjects.contains(name) || name.startsWith(u"label"_s) || name.startsWith(u"why.class"_s) ||
           name.startsWith(u"device."_s) || name.startsWith(u"build.option."_s);
}

QStringList visitedIn(const LessonStep& step)
{
    QStringList names;
    for (const LessonPhrase& condition : step.goal)
        if (condition.name == u"visited"_s)
            names << condition.parameters[u"object"_s].toString();
    return names;
}

/// The language of the program's texts: of the translator that was installed last.
QString spokenLanguage()
{
    QString language = u"en"_s;
    for (const QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
        if (!translator->isEmpty() && translator->filePath().contains(u"glyphscope"_s))
            language = translator->language();
    return language;
}

/// What the program of the step reads; empty: it has none.
QString inputOf(const LessonStep& step)
{
    for (const LessonPhrase& condition : step.goal)
        if (condition.name == u"printed"_s)
            return condition.parameters[u"input"_s].toString();
    return {};
}

}  // namespace

LessonController::LessonController(const Parts& parts, const QString& filesFolder)
    : m_parts(parts)
    , m_facts(parts.facts)
    , m_changes({parts.facts.canvas, parts.facts.hooks, parts.facts.parameters, parts.facts.build,
                 parts.facts.weights})
    , m_performer(parts.facts.window, parts.facts.canvas, filesFolder)
    , m_program(parts.engine, parts.compute)
{
    m_clock.setInterval(kCheckEvery);
    m_advance.setSingleShot(true);
    m_advance.setInterval(kAdvanceAfter);
    connect(&m_clock, &QTimer::timeout, this, &LessonController::check);
    connect(&m_advance, &QTimer::timeout, this, &LessonController::advance);
    connect(&m_performer, &LessonPerformer::ended, this, [this] { m_parts.lessons.setShowing(false); });
    connect(&m_performer, &LessonPerformer::failed, this, [this](const QString& message) {
        m_parts.lessons.setShowing(false);
        m_parts.notices.info(message);
    });
    connect(&m_program, &LessonProgram::printed, this, [this](const QString& text) {
        m_parts.lessons.setPrinted(text);
        m_facts.printed(m_input);
    });
    connectPanel();
    connectWelcome();
    try {
        m_course.setLessons(shippedLessons([this](const QString& name) { return knowsObject(name); }));
    } catch (const Error& error) {
        m_parts.notices.error(errorText(error));
    }
    showChapters();
}

void LessonController::connectPanel()
{
    LessonPanel* panel = &m_parts.lessons;
    connect(panel, &LessonPanel::shown, this, &LessonController::startCourse);
    connect(panel, &LessonPanel::chapterChosen, this, &LessonController::openChapter);
    connect(panel, &LessonPanel::backRequested, this, [this] { move(&LessonCourse::back); });
    connect(panel, &LessonPanel::skipRequested, this, [this] { move(&LessonCourse::next); });
    connect(panel, &LessonPanel::startOverRequested, this, [this] { move(&LessonCourse::startOver); });
    connect(panel, &LessonPanel::showRequested, this, &LessonController::showMe);
    connect(panel, &LessonPanel::openRequested, this, &LessonController::askToOpen);
    connect(panel, &LessonPanel::takeBackRequested, this, [this] {
        m_performer.stop();
        m_parts.lessons.setShowing(false);
        m_changes.takeBack();
        m_parts.lessons.setChanged(false);
    });
    connect(panel, &LessonPanel::runRequested, this, [this] {
        if (const LessonStep* step = m_course.current())
            run(inputOf(*step));
    });
}

void LessonController::connectWelcome()
{
    const auto welcomed = [this] {
        m_welcomed = true;
        m_parts.welcome.setWanted(false);
    };
    connect(&m_parts.welcome, &WelcomeCard::dismissed, this, welcomed);
    connect(&m_parts.welcome, &WelcomeCard::lessonsRequested, this, [this, welcomed] {
        welcomed();
        openChapter(0);
        Q_EMIT panelWanted(&m_parts.lessons);
    });
    connect(&m_parts.facts.canvas, &Canvas::drawingChanged, this, [this, welcomed](const Drawing& drawing) {
        if (!drawing.empty() && !m_welcomed)
            welcomed();
    });
}

void LessonController::restore(const Settings& settings)
{
    m_course.setDone(settings.lessonsDone);
    m_welcomed = settings.welcomed;
    m_parts.welcome.setWanted(!m_welcomed);
    showChapters();
}

void LessonController::keep(Settings& settings) const
{
    settings.lessonsDone = m_course.done();
    settings.welcomed = m_welcomed;
}

void LessonController::setPace(int action, int reached)
{
    m_performer.setPace(action);
    m_advance.setInterval(reached);
}

void LessonController::setLanguage(const QString& language)
{
    m_language = language;
    showChapters();
    showStep();
}

void LessonController::askToOpen()
{
    m_parts.dialogs.openFile(*this, tr("Open a lesson"), {tr("Lessons (*.json)"), tr("All files (*)")},
                             [this](const QString& path) { openFile(path); });
}

void LessonController::openFile(const QString& path)
{
    try {
        const Lesson lesson = loadLesson(path, [this](const QString& name) { return knowsObject(name); });
        const int chapter = m_course.add(lesson);
        openChapter(chapter);
        Q_EMIT panelWanted(&m_parts.lessons);
    } catch (const Error& error) {
        m_parts.notices.error(errorText(error));
    }
}

bool LessonController::knowsObject(const QString& name) const
{
    const QWidget& window = m_parts.facts.window;
    return isLate(name) || window.findChild<QWidget*>(name) != nullptr ||
           window.findChild<QAction*>(name) != nullptr;
}

void LessonController::startCourse(bool seen)
{
    if (!seen) {
        m_clock.stop();
        m_parts.outline.setTarget(nullptr);
        return;
    }
    m_welcomed = true;
    m_parts.welcome.setWanted(false);
    if (m_course.lesson() == nullptr && !m_course.lessons().isEmpty())
        openChapter(0);
    m_clock.start();
    outline();
}

void LessonController::openChapter(int chapter)
{
    m_course.open(chapter);
    m_changes.remember();
    showChapters();
    beginStep();
}

void LessonController::goTo(int chapter, int step)
{
    openChapter(chapter);
    m_course.goTo(step);
    beginStep();
}

void LessonController::move(void (LessonCourse::*where)())
{
    (m_course.*where)();
    showChapters();
    beginStep();
}

void LessonController::beginStep()
{
    m_advance.stop();
    m_performer.stop();
    m_parts.lessons.setShowing(false);
    m_parts.lessons.setPrinted({});
    m_start = m_facts.facts();
    const LessonStep* step = m_course.current();
    m_facts.watchRows(step == nullptr ? QStringList() : visitedIn(*step));
    m_reached = step != nullptr && allHold(step->goal, m_start, m_start);
    m_wasReached = m_reached;
    showStep();
    outline();
}

void LessonController::check()
{
    if (const QString spoken = spokenLanguage(); spoken != std::exchange(m_spoken, spoken)) {
        showChapters();
        showStep();
    }
    m_parts.lessons.setChanged(m_changes.any());
    const LessonStep* step = m_course.current();
    outline();
    if (step == nullptr || m_advance.isActive())
        return;
    const bool reached = allHold(step->goal, m_facts.facts(), m_start);
    if (reached == m_reached && m_parts.lessons.step().note == obstacle())
        return;
    m_reached = reached;
    if (!reached)
        m_wasReached = false;
    if (reached && !m_wasReached) {
        m_course.markDone();
        showChapters();
        m_advance.start();
    }
    showStep();
}

/// Not while it is still being shown: the rest would be done in the next step.
void LessonController::advance()
{
    if (m_performer.isRunning()) {
        m_advance.start();
        return;
    }
    move(&LessonCourse::next);
}

void LessonController::showMe()
{
    const LessonStep* step = m_course.current();
    if (m_performer.isRunning() || step == nullptr) {
        m_performer.stop();
        m_parts.lessons.setShowing(false);
        return;
    }
    m_parts.lessons.setShowing(true);
    m_performer.start(
        step->show,
        [this](const QList<LessonPhrase>& goal) { return allHold(goal, m_facts.facts(), m_start); },
        [this](const QString& input) { run(input); });
}

void LessonController::run(const QString& input)
{
    m_input = input;
    const std::string preset = m_course.lesson() == nullptr ? "" : m_course.lesson()->network.toStdString();
    m_program.run(preset, input == u"drawing"_s ? m_facts.facts().glyph : randomGlyph(1));
}

void LessonController::showChapters()
{
    QList<ChapterView> chapters;
    for (int i = 0; i < m_course.lessons().size(); ++i)
        chapters << ChapterView{tr("%1. %2", "number and title of a chapter")
                                    .arg(i + 1)
                                    .arg(wordsOf(m_course.lessons()[i].title)),
                                m_course.doneIn(i), static_cast<int>(m_course.lessons()[i].steps.size())};
    m_parts.lessons.setChapters(chapters, m_course.chapter());
}

void LessonController::showStep()
{
    const Lesson* lesson = m_course.lesson();
    if (lesson == nullptr)
        return;
    const LessonStep* step = m_course.current();
    if (step == nullptr) {
        m_parts.lessons.setFinished(tr("This chapter is done. Choose the next one above."));
        return;
    }
    StepView view;
    view.number = m_course.step() + 1;
    view.steps = static_cast<int>(lesson->steps.size());
    view.text = wordsOf(step->text);
    if (step->term) {
        view.term = wordsOf(step->term->word);
        view.meaning = wordsOf(step->term->meaning);
    }
    view.python = step->python;
    view.cpp = step->cpp;
    view.runs = !inputOf(*step).isEmpty();
    view.done = m_course.isDone(m_course.chapter(), m_course.step());
    view.reached = m_reached;
    view.note = obstacle();
    m_parts.lessons.setStep(view);
}

/// The lesson is about another network than the one that reads.
QString LessonController::obstacle() const
{
    const Lesson* lesson = m_course.lesson();
    const std::optional<NetworkSpec> inUse = m_facts.facts().inUse;
    if (lesson == nullptr || lesson->network.isEmpty() || !inUse)
        return {};
    const Preset* preset = presetNamed(lesson->network.toStdString());
    const std::string title = preset == nullptr ? lesson->network.toStdString() : std::string(preset->title);
    return titleOf(*inUse) == title ? QString()
                                    : tr("This chapter is about the network %1, but another one is in use. "
                                         "Menu Model, Back to the "
                                         "shipped weights, brings the shipped one back.")
                                          .arg(QString::fromStdString(title));
}

void LessonController::outline()
{
    const LessonStep* step = m_course.current();
    const bool shown = step != nullptr && m_parts.lessons.isSeen();
    QWidget* target = shown ? targetOf(*step, m_parts.facts.window) : nullptr;
    m_parts.outline.setTarget(target);
    m_parts.outline.follow();
}

QString LessonController::wordsOf(const LessonText& text) const
{
    return text.in(m_language.isEmpty() ? spokenLanguage() : m_language);
}

}  // namespace glyphscope

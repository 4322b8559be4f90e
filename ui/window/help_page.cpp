// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_page.h"

#include "ui/style/theme.h"
#include "ui/widgets/parts.h"
#include "ui/window/help_document.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextBrowser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kLettersInALine = 74;
constexpr int kBackdropAlpha = 205;
constexpr int kMostHeight = 900;

}  // namespace

HelpPage::HelpPage(QWidget* window)
    : QWidget(window)
    , m_card(makeCard(this))
    , m_search(new QLineEdit(m_card))
    , m_list(new QListWidget(m_card))
    , m_text(new QTextBrowser(m_card))
    , m_close(new QPushButton(tr("Close"), m_card))
{
    setObjectName(u"help"_s);
    setAccessibleName(tr("Help"));
    buildCard();
    connect(m_search, &QLineEdit::textChanged, this, &HelpPage::search);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpPage::showChosen);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    m_search->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void HelpPage::buildCard()
{
    m_search->setObjectName(u"help.search"_s);
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"help.sections"_s);
    m_list->setAccessibleName(tr("Sections of the help"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setObjectName(u"help.text"_s);
    m_text->setAccessibleName(tr("Text of the help"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(metrics::kPadding);
    m_close->setObjectName(u"help.close"_s);
    m_close->setToolTip(tr("Close the help (Esc)"));

    auto* grid = new QGridLayout(m_card);
    grid->setContentsMargins(metrics::kMargin, metrics::kMargin, metrics::kMargin, metrics::kMargin);
    grid->setHorizontalSpacing(metrics::kMargin);
    grid->setVerticalSpacing(metrics::kPadding);
    grid->addWidget(m_search, 0, 0, 1, 2);
    grid->addWidget(m_close, 0, 2);
    grid->addWidget(m_list, 1, 0);
    grid->addWidget(m_text, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
}

void HelpPage::setSections(const QList<HelpSection>& sections)
{
    m_sections = sections;
}

void HelpPage::open(const QString& section)
{
    coverWindow();
    const QSignalBlocker quiet(m_search);
    m_search->clear();
    search({});
    choose(section);
    show();
    raise();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

QString HelpPage::section() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= m_shown.size() ? QString() : m_shown[row].id;
}

void HelpPage::search(const QString& sought)
{
    const QString before = section();
    m_shown = helpAbout(sought, m_sections);
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const HelpSection& each : m_shown)
            m_list->addItem(each.title);
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setSizeHint(m_list->sizeHintForIndex(m_list->model()->index(row, 0)) +
                                           QSize(0, metrics::kGap));
        m_list->setFixedWidth(
            std::max(m_list->minimumWidth(), m_list->sizeHintForColumn(0) + 2 * metrics::kMargin));
    }
    const QStringList words = soughtWords(sought);
    if (m_shown.isEmpty())
        showHelpRemark(*m_text,
                       tr("Nothing in the help has \"%1\". Try fewer words, or others.").arg(sought));
    else if (!words.isEmpty())
        showHelp(*m_text, m_shown, words);
    if (words.isEmpty())
        choose(before);
    else if (!m_shown.isEmpty())
        m_list->setCurrentRow(0);
}

void HelpPage::choose(const QString& section)
{
    const auto found = std::ranges::find(m_shown, section, &HelpSection::id);
    m_list->setCurrentRow(found == m_shown.end() ? 0 : static_cast<int>(found - m_shown.begin()));
    showChosen();
}

void HelpPage::showChosen()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size())
        return;
    if (soughtWords(m_search->text()).isEmpty())
        showHelp(*m_text, {m_shown[row]}, {});
    else
        m_text->scrollToAnchor(m_shown[row].id);
}

bool HelpPage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();  // the window may have other plans for it
        return true;
    }
    return QWidget::event(event);
}

bool HelpPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == parent() && isVisible())
        coverWindow();
    if (event->type() == QEvent::KeyPress && watched == m_search)
        return passOn(static_cast<QKeyEvent&>(*event));
    return QWidget::eventFilter(watched, event);
}

/// Keys that move through the help while one types.
bool HelpPage::passOn(QKeyEvent& key)
{
    QWidget* receiver = nullptr;
    if (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down)
        receiver = m_list;
    else if (key.key() == Qt::Key_PageUp || key.key() == Qt::Key_PageDown)
        receiver = m_text;
    if (receiver == nullptr)
        return false;
    QCoreApplication::sendEvent(receiver, &key);
    return true;
}

bool HelpPage::focusNextPrevChild(bool next)
{
    QWidget* const stops[] = {m_search, m_close, m_list, m_text};
    constexpr std::size_t kCount = std::size(stops);
    const auto at = std::ranges::find(stops, QApplication::focusWidget());
    const auto here = static_cast<std::size_t>(at == std::end(stops) ? 0 : at - std::begin(stops));
    stops[(here + (next ? 1 : kCount - 1)) % kCount]->setFocus(next ? Qt::TabFocusReason
                                                                    : Qt::BacktabFocusReason);
    return true;
}

void HelpPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        search(m_search->text());
}

void HelpPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    event->accept();  // what lies beneath gets no keys
}

void HelpPage::mousePressEvent(QMouseEvent* event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        hide();
}

void HelpPage::paintEvent(QPaintEvent*)
{
    QColor backdrop = theme().window;
    backdrop.setAlpha(kBackdropAlpha);
    QPainter(this).fillRect(rect(), backdrop);
}

void HelpPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int textWidth = kLettersInALine * m_text->fontMetrics().averageCharWidth();
    const QSize most(m_list->width() + textWidth + 4 * metrics::kMargin, kMostHeight);
    const QSize room = size() - 2 * QSize(metrics::kMargin, metrics::kMargin);
    const QSize card = room.boundedTo(most);
    m_card->setGeometry(QRect(QPoint((width() - card.width()) / 2, (height() - card.height()) / 2), card));
}

void HelpPage::coverWindow()
{
    QRect covered = parentWidget()->rect();
    const auto* window = qobject_cast<QMainWindow*>(parentWidget());
    if (window != nullptr && window->menuWidget() != nullptr)
        covered.setTop(window->menuWidget()->geometry().bottom() + 1);
    setGeometry(covered);
}

}  // namespace glyphscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_page.h"

#include "ui/style/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QLabel* label(const QString& text, TextStyle style, QWidget* parent, const char* role = "")
{
    auto* widget = new QLabel(text, parent);
    widget->setFont(font(style));
    widget->setProperty("role", QLatin1StringView(role));
    return widget;
}

/// Keys that are no actions of the window, or ten alike.
QList<std::pair<QString, QString>> canvasKeys()
{
    return {{HelpPage::tr("Arrows"), HelpPage::tr("Move the crosshair on the canvas")},
            {HelpPage::tr("Space"), HelpPage::tr("Draw while it is held")},
            {HelpPage::tr("Return"), HelpPage::tr("Put the pen down, or lift it")},
            {HelpPage::tr("Esc"), HelpPage::tr("Drop the running stroke")},
            {HelpPage::tr("Alt+0 … 9"), HelpPage::tr("Keep the drawing: it was a 0 … 9")}};
}

}  // namespace

HelpPage::HelpPage(QWidget* parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(u"help"_s);
    setProperty("card", true);
    setFocusPolicy(Qt::StrongFocus);
    m_column->setContentsMargins(2 * metrics::kMargin, metrics::kMargin, 2 * metrics::kMargin,
                                 metrics::kMargin);
    parent->installEventFilter(this);
    hide();
}

void HelpPage::showShortcuts(const QList<QAction*>& actions)
{
    begin(tr("Keyboard"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::kMargin);
    grid->setVerticalSpacing(metrics::kUnit);
    QList<std::pair<QString, QString>> rows;
    for (const QAction* action : actions)
        if (!action->shortcut().isEmpty())
            rows.append({action->shortcut().toString(QKeySequence::NativeText),
                         action->text().remove(u'&').remove(u"…"_s)});
    rows += canvasKeys();
    const int perColumn = static_cast<int>(rows.size() + 1) / 2;
    for (int i = 0; i < rows.size(); ++i) {
        const int column = i / perColumn * 2;
        auto* key = label(rows[i].first, TextStyle::Caption, m_content, "key");
        grid->addWidget(key, i % perColumn, column, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(label(rows[i].second, TextStyle::Body, m_content), i % perColumn, column + 1);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    m_content->layout()->addItem(grid);
    present();
}

void HelpPage::showAbout()
{
    begin(u"Glyphscope " GLYPHSCOPE_VERSION ""_s);
    auto* words =
        label(tr("Write a digit, watch a convolutional network read it, train it, take it apart.\n\n"
                 "Free software under the GNU General Public License, version 3 or later.\n"
                 "Built on Qt and LibTorch. The shipped weights were trained on MNIST "
                 "(LeCun, Cortes and Burges) by this program."),
              TextStyle::Body, m_content);
    words->setWordWrap(true);
    m_content->layout()->addWidget(words);
    present();
}

bool HelpPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == parent())
        setGeometry(parentWidget()->rect());
    return QFrame::eventFilter(watched, event);
}

void HelpPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void HelpPage::mousePressEvent(QMouseEvent*)
{
    hide();
}

void HelpPage::begin(const QString& title)
{
    delete m_content;
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kMargin);
    column->addWidget(label(title, TextStyle::Title, m_content));
}

void HelpPage::present()
{
    auto* close = new QPushButton(tr("Close"), m_content);
    close->setObjectName(u"help.close"_s);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    column->addStretch();
    column->addWidget(close, 0, Qt::AlignRight);
    m_column->addWidget(m_content);
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus();
}

}  // namespace glyphscope

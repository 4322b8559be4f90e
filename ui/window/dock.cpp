// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dock.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/parts.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtGui/QScreen>
#include <QtWidgets/QFrame>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kEdge = 1;  // around a detached panel, which has no frame of the window manager's

QToolButton* smallButton(const QString& name, const QString& iconName, const QString& text, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize({14, 14});
    button->setProperty("small", true);
    button->setFocusPolicy(Qt::NoFocus);  // the View menu does it by keyboard
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

QWidget* onCard(QWidget* content)
{
    QFrame* card = makeCard(nullptr);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(content);
    return card;
}

/// Gives its content all the room there is, and scrolls what needs more, instead of making the window larger
/// than a small screen. A resizable QScrollArea would give it the height it likes best, and scroll too early.
class ScrolledContent : public QScrollArea {
public:
    explicit ScrolledContent(QWidget* content)
    {
        setFrameShape(NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setWidget(content);
        viewport()->setAutoFillBackground(false);
        content->setAutoFillBackground(false);
        content->installEventFilter(this);
    }
    [[nodiscard]] QSize sizeHint() const override { return widget()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize least = widget()->minimumSizeHint();
        return {least.width(), std::min(least.height(), kLeastHeight)};
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QScrollArea::resizeEvent(event);
        fit();
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            fit();
        return QScrollArea::eventFilter(watched, event);
    }

private:
    static constexpr int kLeastHeight = 160;

    void fit()
    {
        const int width = std::max(viewport()->width(), widget()->minimumSizeHint().width());
        const QLayout* layout = widget()->layout();
        const bool flows = layout != nullptr && layout->hasHeightForWidth();
        const int least = flows ? layout->minimumHeightForWidth(width) : widget()->minimumSizeHint().height();
        widget()->resize(width, std::max(viewport()->height(), least));
    }
};

/// For what is painted to its very edges.
QWidget* padded(QWidget* content)
{
    auto* box = new QWidget;
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kPadding);
    inside->addWidget(content);
    return box;
}

QWidget* grounded(QWidget* content, Dock::Ground ground)
{
    switch (ground) {
    case Dock::Ground::ScrolledCard:
        return onCard(new ScrolledContent(content));
    case Dock::Ground::PaddedCard:
        return onCard(new ScrolledContent(padded(content)));
    case Dock::Ground::Scrolled:
        return new ScrolledContent(content);
    case Dock::Ground::Plain:
        break;
    }
    return content;
}

}  // namespace

Dock::Dock(const QString& title, const QString& name, QWidget* content, Ground ground, QWidget* parent)
    : QDockWidget(title, parent)
{
    setObjectName(name);
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::kPadding, metrics::kUnit, metrics::kPadding, metrics::kUnit);
    row->setSpacing(metrics::kUnit);
    auto* heading = new QLabel(title, bar);
    heading->setFont(glyphscope::font(TextStyle::Heading));
    auto* detach = smallButton(name + u".float"_s, u"float"_s, tr("Detach or attach \"%1\"").arg(title), bar);
    auto* close =
        smallButton(name + u".close"_s, u"close"_s, tr("Hide \"%1\" (View brings it back)").arg(title), bar);
    row->addWidget(heading, 1);
    row->addWidget(detach);
    row->addWidget(close);
    setTitleBarWidget(bar);
    connect(detach, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(close, &QToolButton::clicked, this,
            &QWidget::hide);  // close() does nothing once it was closed while detached (Qt 6.4)
    connect(this, &QDockWidget::topLevelChanged, this, [this, detach, close](bool detached) {
        // Qt moves the buttons from under the mouse and forgets to tell them.
        for (QToolButton* button : {detach, close})
            button->setAttribute(Qt::WA_UnderMouse, false);
        const int edge = detached ? kEdge : 0;
        setContentsMargins(edge, edge, edge, edge);
        if (detached)
            QMetaObject::invokeMethod(this, &Dock::moveOntoScreen, Qt::QueuedConnection);
    });

    auto* frame = new QWidget(this);
    auto* around = new QVBoxLayout(frame);
    around->setContentsMargins(metrics::kGap, 0, metrics::kGap, 0);
    around->addWidget(grounded(content, ground));
    setWidget(frame);
    // The menu brings a panel behind a tab to the front; Qt's own connection would hide it.
    disconnect(toggleViewAction(), &QAction::triggered, this, nullptr);
    connect(toggleViewAction(), &QAction::triggered, this, [this] {
        if (isVisible() && !visibleRegion().isEmpty()) {
            hide();
        } else {
            show();
            raise();
        }
        toggleViewAction()->setChecked(!isHidden());
    });
    // A main window leaves docks behind a tab shown, out of sight: without this their panels would work on.
    connect(this, &QDockWidget::visibilityChanged, content, &QWidget::setVisible);
}

void Dock::paintEvent(QPaintEvent* event)
{
    QDockWidget::paintEvent(event);
    if (!isFloating())
        return;
    QPainter painter(this);
    painter.setPen(QPen(theme().mutedText, kEdge));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Dock::moveOntoScreen()
{
    if (!isFloating())
        return;
    const QRect available = screen()->availableGeometry();
    const QSize fitting = size().boundedTo(available.size());
    const QPoint corner(std::clamp(x(), available.left(), available.right() + 1 - fitting.width()),
                        std::clamp(y(), available.top(), available.bottom() + 1 - fitting.height()));
    setGeometry({corner, fitting});
}

}  // namespace glyphscope

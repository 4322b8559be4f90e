// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/kind_palette.h"

#include "ui/build/kind_words.h"
#include "ui/build/network_row_model.h"
#include "ui/style/theme.h"

#include <QtCore/QMimeData>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kKindRole = Qt::UserRole + 1;  // empty: the title of a group

class KindList : public QListWidget {
public:
    using QListWidget::QListWidget;

protected:
    [[nodiscard]] QStringList mimeTypes() const override { return {kindMimeType()}; }
    [[nodiscard]] QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override
    {
        if (items.isEmpty() || items.first()->data(kKindRole).toString().isEmpty())
            return nullptr;
        auto* dragged = new QMimeData;
        dragged->setData(kindMimeType(), items.first()->data(kKindRole).toString().toUtf8());
        return dragged;
    }
};

bool isKind(const QListWidgetItem* item)
{
    return item != nullptr && !item->data(kKindRole).toString().isEmpty();
}

}  // namespace

KindPalette::KindPalette(QWidget* parent)
    : QWidget(parent), m_filter(new QLineEdit(this)), m_list(new KindList(this))
{
    m_filter->setObjectName(u"build.kindFilter"_s);
    m_filter->setPlaceholderText(tr("Find a kind"));
    m_filter->setAccessibleName(tr("Find a kind of module"));
    m_filter->setToolTip(tr("Type a part of its name; Return inserts it behind the chosen module"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_list->setObjectName(u"build.kinds"_s);
    m_list->setAccessibleName(tr("Kinds of modules"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setDefaultDropAction(Qt::CopyAction);
    m_list->setUniformItemSizes(false);
    m_list->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    fill();
    connect(m_filter, &QLineEdit::textChanged, this, &KindPalette::filter);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &KindPalette::take);
}

void KindPalette::fill()
{
    int widest = 0;
    std::optional<KindGroup> group;
    for (const KindInfo& kind : layerKinds()) {
        if (kind.group != group) {
            group = kind.group;
            auto* title = new QListWidgetItem(nameOfGroup(kind.group), m_list);
            title->setFlags(Qt::NoItemFlags);
            title->setFont(glyphscope::font(TextStyle::Caption));
            title->setSizeHint({0, QFontMetrics(title->font()).height() + metrics::kPadding});
            title->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
        }
        const QString name = QString::fromLatin1(kind.name.data(), static_cast<qsizetype>(kind.name.size()));
        auto* item = new QListWidgetItem(name, m_list);
        item->setData(kKindRole, name);
        item->setToolTip(meaningOfKind(kind.kind));
        item->setSizeHint({0, m_list->fontMetrics().height() + metrics::kUnit});
        widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(name));
    }
    m_list->setFixedWidth(widest + 3 * metrics::kPadding);
    m_filter->setFixedWidth(m_list->width());
    filter({});
}

/// A group is named while one of its kinds is left.
void KindPalette::filter(const QString& typed)
{
    const QString part = typed.trimmed();
    QListWidgetItem* title = nullptr;
    QListWidgetItem* first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* item = m_list->item(i);
        if (!isKind(item)) {
            title = item;
            title->setHidden(true);
            continue;
        }
        const bool matches = item->text().contains(part, Qt::CaseInsensitive) ||
                             item->toolTip().contains(part, Qt::CaseInsensitive);
        item->setHidden(!matches);
        if (matches && title != nullptr)
            title->setHidden(false);
        const bool begins = item->text().startsWith(part, Qt::CaseInsensitive);
        if (matches && (first == nullptr || (begins && !first->text().startsWith(part, Qt::CaseInsensitive))))
            first = item;
    }
    m_list->setCurrentItem(part.isEmpty() ? nullptr : first);
}

void KindPalette::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void KindPalette::take(const QListWidgetItem* item)
{
    if (isKind(item) && !item->isHidden())
        Q_EMIT wanted(item->data(kKindRole).toString());
}

/// The next kind that can be seen.
void KindPalette::step(int by)
{
    for (int row = m_list->currentRow() + by; row >= 0 && row < m_list->count(); row += by)
        if (isKind(m_list->item(row)) && !m_list->item(row)->isHidden())
            return m_list->setCurrentRow(row);
}

bool KindPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentItem());
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Escape:
        if (watched == m_filter && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace glyphscope

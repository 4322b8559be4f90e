// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"
#include "model/types/prediction.h"
#include "ui/network/module_card.h"
#include "ui/widgets/lazy_refresh.h"

#include <QtWidgets/QAbstractScrollArea>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace glyphscope {

/// The network as a chain of cards, one a module, each with a picture of what it made of the drawing. Blocks
/// are folded until they are opened; what they hold then stands before them. Nothing is built while nobody
/// sees it: the newest outputs are kept and made ready when it is shown.
class NetworkStrip : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit NetworkStrip(QWidget* parent = nullptr);

    [[nodiscard]] int cardCount() const { return static_cast<int>(m_cards.size()); }
    [[nodiscard]] const CardPlace& placeOf(int card) const
    {
        return m_places[static_cast<std::size_t>(card)];
    }
    /// The card chosen with the arrow keys or the mouse; -1: none.
    [[nodiscard]] int current() const { return m_current; }
    /// What is said of the chain's point at `position` in the viewport; empty beside the cards.
    [[nodiscard]] QString tipAt(QPointF position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void setModules(const std::shared_ptr<const std::vector<glyphscope::ModuleOutput>>& modules);
    void setClassNames(const QStringList& names);  ///< of the last module's values; empty: their numbers
    void clear();
    /// Those that change answers: the cards of their modules get a badge, with a menu behind it.
    void setHooks(const std::vector<glyphscope::HookSpec>& changing);
    void setWithoutHooks(const std::optional<glyphscope::Prediction>& without);  ///< of the newest answer
    /// Marks its card, opens the blocks around it and brings it into view; says nothing.
    void setCurrent(const QString& module);

Q_SIGNALS:
    void currentChanged(const QString& module);
    void opened(const QString& module);  ///< a double click, or Return
    void hooksOffRequested(const std::vector<std::uint64_t>& hooks);
    void hookShowRequested(std::uint64_t hook);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent*) override {}  // of a press that was ours
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void buildCards();
    void layOut();
    void choose(int card);
    void toggle(int card);  // opens a block or folds it
    void bringIntoView(int card);
    void markWanted();
    [[nodiscard]] int cardAt(QPointF chainPoint) const;
    [[nodiscard]] QPointF toChain(QPointF viewportPoint) const;
    [[nodiscard]] QStringList labelsFor(const ModuleOutput& output) const;
    void paintEmpty(QPainter& painter) const;
    void showHookMenu(int card);
    [[nodiscard]] std::vector<HookSpec> hooksAt(int card) const;
    void paintArrow(QPainter& painter, const CardPlace& from, const CardPlace& to) const;

    std::shared_ptr<const std::vector<ModuleOutput>> m_modules;  // the newest; none: as an empty canvas
    std::vector<ModuleCard> m_cards;                             // made of them when visible
    std::vector<CardPlace> m_places;
    std::set<std::string> m_open;  // blocks, by name
    QStringList m_names;
    std::vector<HookSpec> m_hooks;
    std::optional<Prediction> m_withoutHooks;
    int m_current = -1;
    QString m_wanted;  // from outside, for when there are cards
    LazyRefresh m_lazy;
};

}  // namespace glyphscope

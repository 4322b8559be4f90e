// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QListView>

namespace glyphscope {

class SampleDelegate;
class SampleModel;

/// The samples side by side. Several can be selected; 0 to 9 say what they are where those are classes,
/// Delete removes them, Enter puts one on the canvas, Ctrl+Z takes the last change back.
class SampleGallery : public QListView {
    Q_OBJECT

public:
    explicit SampleGallery(SampleModel* model, QWidget* parent = nullptr);

    [[nodiscard]] QStringList selectedIds() const;
    void setUndoable(bool undoable) { m_undoable = undoable; }  ///< there is a change to take back
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void relabelRequested(const QStringList& ids, const QString& className);
    void removeRequested(const QStringList& ids);
    void undoRequested();
    void chosen(const QString& id);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Does what the key asks for, or only says whether there is something that it asks for.
    bool handle(const QKeyEvent& key, bool act);
    [[nodiscard]] QModelIndexList selectedRows() const;  ///< in the gallery's order
    void relabel(const QString& className);
    void remove();
    void choose();
    void keepPlace();
    void takePlace();

    SampleModel* const m_samples;
    SampleDelegate* const m_delegate;
    QStringList m_selected;  // while the model is changed
    QString m_current;
    int m_scrolled = 0;
    bool m_undoable = false;
};

}  // namespace glyphscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QTableView>

class QMenu;

namespace glyphscope {

class StickyHeader;

/// A table of rows to read and to copy: columns can be moved by the mouse and hidden by the header's context
/// menu, the selection is copied with Ctrl+C. The first column of the model always stays, also in sight when
/// the others are scrolled sideways.
class DataTable : public QTableView {
    Q_OBJECT

public:
    explicit DataTable(const QString& name, QWidget* parent = nullptr);

    /// The columns that are shown, in their order. What is copied is PlainRole's text where there is one.
    [[nodiscard]] QString selectionAsTsv() const;  ///< the selected rows, without titles
    [[nodiscard]] QString allAsCsv() const;        ///< every row, under the titles

    /// Actions for a context menu of this table; the menu owns them.
    void addCopyActions(QMenu& menu);
    /// Which columns are shown, each an entry to tick; deletes itself when it closes.
    [[nodiscard]] QMenu* makeColumnMenu();

    /// Wide enough for its title and for `sample`.
    void fitColumn(int column, const QString& sample);

    /// Lets the column take the room that the others leave, up to `most`; it gets no narrower than it is now.
    /// Where they do not all fit, it takes that of the one that would be cut.
    void setElastic(int column, int most);

    // The first column is where it is seen: clicks, tips and editors find it there.
    [[nodiscard]] QModelIndex indexAt(const QPoint& position) const override;
    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

public Q_SLOTS:
    void copySelection();
    void copyAll();

Q_SIGNALS:
    void spacePressed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] QList<int> shownColumns() const;
    [[nodiscard]] QStringList plainRow(int row) const;

    [[nodiscard]] int spareWidth() const;
    void paintSticky(int row, int width);

    StickyHeader* m_header;
    int m_elastic = -1;
    int m_elasticLeast = 0;
    int m_elasticMost = 0;
};

}  // namespace glyphscope

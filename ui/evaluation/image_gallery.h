// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QListView>

#include <optional>

namespace glyphscope {

class ImageDelegate;
class ImageModel;

/// Images of an evaluation side by side. A click or Enter chooses one.
class ImageGallery : public QListView {
    Q_OBJECT

public:
    explicit ImageGallery(ImageModel* model, QWidget* parent = nullptr);

    /// Runs `change` on the model; the selected image, if it is still there, and the scrolling stay.
    template <class Change>
    void keepingPlace(Change&& change)
    {
        const Place place = currentPlace();
        change();
        take(place);
    }
    void refresh();  ///< other images, or other names

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int image);  ///< by its place in the data

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        std::optional<int> current;
        bool selected = false;
        int scrolled = 0;
    };
    [[nodiscard]] Place currentPlace() const;
    void take(const Place& place);
    void spread();

    ImageModel* const m_images;
    ImageDelegate* const m_delegate;
};

}  // namespace glyphscope

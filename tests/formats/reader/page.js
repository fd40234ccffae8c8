// What runs in the browser: foliate-js with one book, and questions about it. Each returns plain data.
import '/foliate/view.js'
import { FootnoteHandler } from '/foliate/footnotes.js'

let view
const loaded = []

window.openBook = async () => {
    view = document.createElement('foliate-view')
    view.addEventListener('load', ({ detail }) => loaded.push(detail))
    document.body.append(view)
    await view.open('/book.epub')
    view.renderer.setAttribute('max-column-count', '1')
    view.renderer.setAttribute('margin', '40px')
    const flat = items => (items ?? []).flatMap(item => [item, ...flat(item.subitems)])
    return {
        title: view.book.metadata.title, dir: view.book.dir ?? null, cover: !!await view.book.getCover(),
        sections: view.book.sections.map(section => section.id),
        toc: flat(view.book.toc).map(item => item.href), pages: flat(view.book.pageList).map(item => item.href),
        landmarks: (view.book.landmarks ?? []).map(item => item.type.join(' ')),
    }
}

const settled = async doc => {
    await doc.fonts.ready
    await Promise.all([...doc.images].map(image => image.decode().catch(() => null)))
}

// A chapter as it is rendered: what is in it, and what is wrong with it.
window.renderSection = async index => {
    loaded.length = 0
    await view.goTo(index)
    const doc = loaded.at(-1)?.doc
    if (!doc) return { wrong: ['it did not load'], words: 0, links: [] }
    await settled(doc)
    const wrong = []
    if (doc.querySelector('parsererror')) wrong.push(doc.querySelector('parsererror').textContent)
    // What is not well-formed is read once more as HTML.
    if (doc.contentType !== 'application/xhtml+xml') wrong.push(`it is read as ${doc.contentType}`)
    for (const image of doc.images)
        if (!image.naturalWidth) wrong.push(`the picture ${image.getAttribute('src')} is not shown`)
    for (const font of doc.fonts)
        if (font.status === 'error') wrong.push(`the font ${font.family} ${font.weight} ${font.style} does not load`)
    if (!doc.styleSheets.length) wrong.push('no style sheet applies')
    if (!doc.body.textContent.trim() && !doc.images.length) wrong.push('nothing is in it')
    const width = doc.documentElement.clientWidth || innerWidth
    for (const element of doc.querySelectorAll('table, pre, img'))
        if (element.scrollWidth > width * 1.01 + 1) wrong.push(`<${element.localName}> is wider than the page`)
    return {
        wrong, words: doc.body.textContent.trim().split(/\s+/).length,
        links: [...doc.querySelectorAll('a[href]')].map(a => a.getAttribute('href')),
        notes: [...doc.querySelectorAll('[role="doc-noteref"]')].map(a => a.getAttribute('href')),
    }
}

// Where links lead: those that lead nowhere.
window.deadLinks = async (index, hrefs) => {
    const dead = []
    const docs = new Map()
    for (const href of new Set(hrefs)) {
        const resolved = index === null ? href : view.book.sections[index].resolveHref(href)
        if (view.book.isExternal?.(resolved)) continue
        const target = await view.book.resolveHref(resolved)
        if (!target) { dead.push(href); continue }
        if (!docs.has(target.index)) docs.set(target.index, await view.book.sections[target.index].createDocument())
        if (resolved.includes('#') && !target.anchor(docs.get(target.index))) dead.push(href)
    }
    return dead
}

// From the first page to the last, one after the other. Within a section the place may move when its fonts arrive; the sections
// themselves come in their order.
window.pageThrough = async () => {
    const places = []
    const note = ({ detail }) => places.push(detail)
    await view.goTo(0)
    view.addEventListener('relocate', note)
    let pages = 1
    for (; pages < 5000; pages++) {
        const before = places.length
        await view.renderer.next()
        if (places.length === before) break // nothing moves any more: the end
    }
    view.removeEventListener('relocate', note)
    const sections = places.map(place => place.section.current)
    return {
        pages, last: places.at(-1)?.fraction ?? 0, passed: new Set(sections).size,
        back: sections.filter((section, i) => i > 0 && section < sections[i - 1]).length,
    }
}

// Follows a call to its note: what pops up.
window.popUp = async (index, href) => {
    await view.goTo(index)
    const doc = view.renderer.getContents()[0].doc
    const a = [...doc.querySelectorAll('[role="doc-noteref"]')].find(element => element.getAttribute('href') === href)
    await view.goTo(view.getCFI(index, (range => (range.selectNode(a), range))(doc.createRange())))
    const handler = new FootnoteHandler()
    const shown = new Promise((resolve, reject) => {
        handler.addEventListener('before-render', ({ detail }) => {
            detail.view.id = 'note'
            detail.view.renderer.setAttribute('margin', '10px')
            detail.view.renderer.setAttribute('flow', 'scrolled')
            window.closeNote()
            document.body.append(detail.view)
        })
        handler.addEventListener('render', ({ detail }) => resolve({
            type: detail.type, hidden: detail.hidden,
            text: detail.view.renderer.getContents()[0].doc.body.textContent.trim(),
        }))
        const event = new CustomEvent('link', { detail: { a, href: view.book.sections[index].resolveHref(href) }, cancelable: true })
        const handled = handler.handle(view.book, event)
        if (!handled) reject(new Error('it is not taken for a note'))
        else handled.catch(reject)
    })
    const note = await shown
    await frame() // it is painted; before that it cannot be closed
    return note
}

const frame = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))

window.closeNote = () => {
    const note = document.querySelector('#note')
    note?.close()
    note?.remove()
}

// What a reader may choose.
window.setLook = css => view.renderer.setStyles(css)
window.goTo = async href => {
    await view.goTo(href)
    await settled(view.renderer.getContents()[0].doc)
}

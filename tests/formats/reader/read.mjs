// usage: node read.mjs FILE.epub UNPACKED [PICTURES]
// Opens a book in a reading system (foliate-js) in a real browser, renders every chapter, pages through, follows links and
// notes, and runs axe-core on each document of UNPACKED, the folder with what is in the EPUB. Writes pictures into the folder
// PICTURES. Says what is wrong; exit code 1 then, 77 when a package is missing. CHROMIUM names the browser, REKINDLE_VALIDATORS a
// folder with node_modules in it, or below its npm/ or npm-ace/.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , epub, unpacked, pictures] = process.argv
const here = path.dirname(new URL(import.meta.url).pathname)

function find(...names) {
    const root = process.env.REKINDLE_VALIDATORS ?? '/nonexistent'
    for (const below of ['', 'npm', 'npm-ace'])
        for (const name of names) {
            const folder = path.join(root, below, 'node_modules', name)
            if (fs.existsSync(path.join(folder, 'package.json'))) return folder
        }
    console.log(`skipped: no ${names[0]} in REKINDLE_VALIDATORS`)
    process.exit(77)
}
const foliate = find('foliate-js')
const puppeteer = find('puppeteer-core')
const axe = fs.readFileSync(path.join(find('@daisy/axe-core-for-ace', 'axe-core'), 'axe.min.js'), 'utf8')
const main = JSON.parse(fs.readFileSync(path.join(puppeteer, 'package.json'))).exports['.']
const entry = typeof main === 'string' ? main : main.import?.default ?? main.import ?? main.default
const { launch } = (await import(pathToFileURL(path.join(puppeteer, entry)))).default

// ---- the server: files of the reading system, of the book, and nothing else ----

const types = { '.html': 'text/html', '.js': 'text/javascript', '.xhtml': 'application/xhtml+xml', '.css': 'text/css', '.svg': 'image/svg+xml',
    '.png': 'image/png', '.jpg': 'image/jpeg', '.ttf': 'font/ttf', '.otf': 'font/otf', '.epub': 'application/epub+zip' }
const roots = { '/foliate/': foliate, '/unpacked/': unpacked, '/': here }

const server = http.createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://x').pathname)
    const prefix = Object.keys(roots).find(root => asked.startsWith(root))
    const file = asked === '/book.epub' ? epub : path.join(roots[prefix], path.normalize('/' + asked.slice(prefix.length)))
    if (asked === '/favicon.ico' || !fs.existsSync(file)) {
        response.writeHead(asked === '/favicon.ico' ? 204 : 404).end()
        return
    }
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }).end(fs.readFileSync(file))
})
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
const base = `http://127.0.0.1:${server.address().port}`

// ---- the browser ----

const wrong = []
const browser = await launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', protocolTimeout: 120000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars', '--lang=en'] })

async function newPage() {
    const page = await browser.newPage()
    await page.setViewport({ width: 600, height: 800 })
    page.on('pageerror', error => wrong.push(`an error in the page: ${error.stack}`))
    page.on('console', message => message.type() === 'error' && wrong.push(`the browser says: ${message.text()} ${message.location().url ?? ''}`))
    page.on('requestfailed', request => wrong.push(`not loaded: ${request.url()}`))
    page.on('request', request => request.url().startsWith('http') && !request.url().startsWith(base) && wrong.push(`it asks the network for ${request.url()}`))
    return page
}

// ---- axe ----

// Rules for web sites, not for the documents of a book: those have no <main>, are entered through the contents, and the cover
// has no heading (DAISY Ace leaves out the same).
const sites = ['bypass', 'landmark-one-main', 'page-has-heading-one', 'region']

const digital = ['aria-prohibited-attr', 'landmark-unique']

async function checkAccess(page, document) {
    await page.goto(`${base}/unpacked/${document}`)
    const broken = await page.evaluate(() => document.querySelector('parsererror')?.textContent)
    if (broken) wrong.push(`${document}: ${broken.slice(0, 300)}`)
    await page.evaluate(axe)
    const results = await page.evaluate(rules => window.axe.run(document, {
        resultTypes: ['violations', 'incomplete'], rules: Object.fromEntries(rules.map(rule => [rule, { enabled: false }])) }), sites)
    for (const { id, impact, nodes } of results.violations) {
        // DAISY's axe knows the roles of DPUB-ARIA; the plain one takes an element with such a role for one without.
        const found = nodes.filter(node => !(digital.includes(id) && / role="doc-/.test(node.html)))
        if (found.length) wrong.push(`${document}: axe: ${id} (${impact}): ${found.slice(0, 3).map(node => node.html.replace(/ xmlns(:\w+)?="[^"]*"/g, '').slice(0, 160)).join(' ')}`)
    }
    return results.passes.length
}

// ---- the book ----

async function checkBook(page) {
    await page.goto(`${base}/page.html`)
    await page.waitForFunction(() => window.openBook)
    const book = await page.evaluate(() => window.openBook())
    if (!book.toc.length) wrong.push('no contents')
    if (!book.cover) wrong.push('no cover')
    for (const kind of ['bodymatter', 'toc'])
        if (!book.landmarks.some(type => type.split(' ').includes(kind))) wrong.push(`no landmark ${kind}`)
    for (const href of await page.evaluate(hrefs => window.deadLinks(null, hrefs), [...book.toc, ...book.pages])) wrong.push(`contents or pages: ${href} leads nowhere`)
    const notes = []
    let words = 0, links = 0
    for (const [index, name] of book.sections.entries()) {
        const section = await page.evaluate(at => window.renderSection(at), index)
        wrong.push(...section.wrong.map(what => `${name}: ${what}`))
        words += section.words
        links += section.links.length
        for (const href of await page.evaluate((at, hrefs) => window.deadLinks(at, hrefs), index, section.links)) wrong.push(`${name}: ${href} leads nowhere`)
        notes.push(...(section.notes ?? []).map(href => ({ index, href })))
    }
    for (const { index, href } of notes) {
        const note = await page.evaluate((at, to) => window.popUp(at, to).catch(error => ({ text: '', type: error.message })), index, href)
        if (note.type !== 'footnote' || !note.hidden || note.text.length < 5)
            wrong.push(`${book.sections[index]}: what pops up for ${href} is ${JSON.stringify(note)}`)
    }
    await page.evaluate(() => window.closeNote())
    const through = await page.evaluate(() => window.pageThrough())
    if (through.back) wrong.push(`paging goes back ${through.back} times`)
    if (through.last < 0.99) wrong.push(`paging ends at ${Math.round(through.last * 100)} percent`)
    if (through.passed < book.sections.length - 1) wrong.push(`paging passes ${through.passed} of ${book.sections.length} documents`)
    return { ...book, notes, words, links, through }
}

// ---- pictures ----

const night = 'html, body { background: #111 !important; color: #ddd !important } a:link { color: #9bf !important }'

async function shoot(page, name) {
    await new Promise(resolve => setTimeout(resolve, 300))
    await page.screenshot({ path: path.join(pictures, `${name}.png`) })
}

async function takePictures(page, book) {
    const chapters = book.toc.filter(href => !href.includes('#'))
    const chapter = chapters.at(-1)
    const sheet = book.toc.find(href => href.includes('#')) ?? chapter
    fs.mkdirSync(pictures, { recursive: true })
    const looks = [['', ''], ['-night', night], ['-large', 'html { font-size: 200% !important }'],
        ['-face', '* { font-family: monospace !important; line-height: 2 !important }']]
    for (const [look, css] of looks) {
        await page.evaluate(style => window.setLook(style), css)
        for (const [name, to] of [['cover', 0], ['title', 1], ['chapter', chapter], ['worksheet', sheet]]) {
            await page.evaluate(href => window.goTo(href), to)
            await shoot(page, name + look)
        }
        await page.evaluate(() => document.querySelector('foliate-view').renderer.next())
        await shoot(page, 'worksheet-2' + look)
    }
    await page.evaluate(() => window.setLook(''))
    if (book.notes.length) {
        await page.evaluate(({ index, href }) => window.popUp(index, href), book.notes[0])
        await shoot(page, 'note')
        await page.evaluate(() => window.closeNote())
    }
    for (const [index, name] of book.sections.entries()) {
        await page.evaluate(at => window.goTo(at), index)
        await shoot(page, `section-${String(index).padStart(2, '0')}-${path.basename(name, '.xhtml')}`)
    }
}

const documents = fs.readdirSync(unpacked, { recursive: true }).filter(name => name.endsWith('.xhtml')).sort()
try {
    const page = await newPage()
    const book = await checkBook(page)
    if (pictures) await takePictures(page, book)
    const plain = await newPage()
    let passes = 0
    for (const document of documents) passes += await checkAccess(plain, document)
    if (!passes) wrong.push('axe looked at nothing')
    console.log(`${book.title}: ${book.sections.length} documents, ${book.words} words, ${book.links} links, ${book.notes.length} calls of notes, ` +
        `${book.through.pages} screens, ${book.pages.length} printed pages; axe on ${documents.length} documents`)
} catch (error) {
    wrong.push(`the test itself: ${error.stack}`)
} finally {
    await browser.close()
    server.close()
}
for (const line of new Set(wrong)) console.log(line)
process.exit(wrong.length ? 1 : 0)

using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>What an audit row is about, as people call it.</summary>
/// <param name="Page">The office's page of it, without the language; null where there is none.</param>
internal sealed record AuditSubject(LocalizedText Name, string? Page);

/// <summary>Audit rows are written down by ids, which never change; here they get today's names.</summary>
internal sealed class AuditSubjects(MarketReads reads)
{
    private readonly Dictionary<Guid, AuditSubject> _named = [];

    /// <summary>The names of those that are ids or codes of something that is still there.</summary>
    public async Task<IReadOnlyDictionary<string, AuditSubject>> OfAsync(IReadOnlyList<string> abouts, CancellationToken cancellationToken)
    {
        var named = await CodesAsync(abouts, cancellationToken);
        var ids = abouts.Select(a => Guid.TryParse(a, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        if (ids.Count == 0)
            return named;
        var parts = await PartsAsync(ids, cancellationToken);
        ids.AddRange(parts.Select(p => p.Of));
        await OrdersAsync(ids, cancellationToken);
        await GoodsAsync(ids, cancellationToken);
        await PeopleAsync(ids, cancellationToken);
        await MoneyAsync(ids, cancellationToken);
        await TalkAsync(ids, cancellationToken);
        foreach (var (part, of) in parts)
            if (_named.TryGetValue(of, out var whole))
                _named[part] = whole;
        foreach (var (id, subject) in _named)
            named[id.ToString()] = subject;
        return named;
    }

    // Orders and runs of payouts have codes of the same form; a payout is its run's code and a number.
    private async Task<Dictionary<string, AuditSubject>> CodesAsync(IReadOnlyList<string> abouts, CancellationToken cancellationToken)
    {
        var codes = abouts.Distinct(StringComparer.Ordinal).Where(a => PublicCode.TryParse(a.Split(' ')[0], out _)).ToLookup(a => a.Split(' ')[0], StringComparer.Ordinal);
        List<string> asked = [.. codes.Select(c => c.Key)];
        Dictionary<string, AuditSubject> named = new(StringComparer.Ordinal);
        if (asked.Count == 0)
            return named;
        Add(await reads.Of<Order>().Where(o => asked.Contains(o.Code)).Select(o => o.Code).ToListAsync(cancellationToken), "/admin/orders/");
        Add(await reads.Of<PayoutRun>().Where(r => asked.Contains(r.Code)).Select(r => r.Code).ToListAsync(cancellationToken), "/admin/payouts/");
        return named;

        void Add(List<string> found, string page)
        {
            foreach (var code in found)
                foreach (var about in codes[code])
                    named[about] = new(new(about), page + code);
        }
    }

    // A photo has no name of its own, nor has an edit, a voice or a return: they are called by what they belong to.
    private async Task<List<(Guid Part, Guid Of)>> PartsAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var (pictures, changes) = (ids.ConvertAll(i => new PhotoId(i)), ids.ConvertAll(i => new ProductEditId(i)));
        var photos = await reads.Of<Photo>().Where(p => pictures.Contains(p.Id)).Select(p => new { p.Id, p.SubjectId }).ToListAsync(cancellationToken);
        var edits = await reads.Of<ProductEdit>().Where(e => changes.Contains(e.Id)).Select(e => new { e.Id, e.Product }).ToListAsync(cancellationToken);
        var (voices, consents, backs, transfers, cards) = (ids.ConvertAll(i => new RecordingId(i)), ids.ConvertAll(i => new ConsentId(i)), ids.ConvertAll(i => new ReturnId(i)), ids.ConvertAll(i => new TransferReversalId(i)), ids.ConvertAll(i => new CardAttemptId(i)));
        var heard = await reads.Of<Recording>().Where(r => voices.Contains(r.Id)).Select(r => new { r.Id, r.Story }).ToListAsync(cancellationToken);
        var given = await reads.Of<Consent>().Where(c => consents.Contains(c.Id)).Select(c => new { c.Id, c.Story }).ToListAsync(cancellationToken);
        var returned = await reads.Of<Return>().IgnoreAutoIncludes().Where(r => backs.Contains(r.Id)).Select(r => new { r.Id, r.Order }).ToListAsync(cancellationToken);
        var reversed = await reads.Of<TransferReversal>().Where(r => transfers.Contains(r.Id)).Select(r => new { r.Id, r.Payout }).ToListAsync(cancellationToken);
        var charged = await reads.Of<CardAttempt>().Where(a => cards.Contains(a.Id)).Select(a => new { a.Id, a.Order }).ToListAsync(cancellationToken);
        return
        [
            .. photos.Select(p => (p.Id.Value, p.SubjectId)), .. edits.Select(e => (e.Id.Value, e.Product.Value)), .. heard.Select(r => (r.Id.Value, r.Story.Value)), .. given.Select(c => (c.Id.Value, c.Story.Value)),
            .. returned.Select(r => (r.Id.Value, r.Order.Value)), .. reversed.Select(r => (r.Id.Value, r.Payout.Value)), .. charged.Select(a => (a.Id.Value, a.Order.Value)),
        ];
    }

    private void Name(Guid id, LocalizedText name, string? page = null) => _named[id] = new(name, page);

    private async Task OrdersAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var (orders, parts, lines) = (ids.ConvertAll(i => new OrderId(i)), ids.ConvertAll(i => new SellerOrderId(i)), ids.ConvertAll(i => new OrderLineId(i)));
        var found = await reads.Of<Order>().Where(o => orders.Contains(o.Id) || o.Parts.Any(p => parts.Contains(p.Id) || p.Lines.Any(l => lines.Contains(l.Id))))
            .AsSplitQuery().ToListAsync(cancellationToken);
        foreach (var order in found)
            foreach (var id in order.Parts.Select(p => p.Id.Value).Concat(order.Parts.SelectMany(p => p.Lines).Select(l => l.Id.Value)).Append(order.Id.Value))
                Name(id, new(order.Code), "/admin/orders/" + order.Code);
    }

    private async Task GoodsAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var (products, variants, stories, categories) = (ids.ConvertAll(i => new ProductId(i)), ids.ConvertAll(i => new VariantId(i)), ids.ConvertAll(i => new StoryId(i)), ids.ConvertAll(i => new CategoryId(i)));
        foreach (var size in await reads.Of<Variant>().Where(v => variants.Contains(v.Id))
            .Join(reads.Of<Product>(), v => v.Product, p => p.Id, (v, p) => new { v.Id, v.Product, p.Name, Size = v.Name }).ToListAsync(cancellationToken))
            Name(size.Id.Value, new(size.Name.All.Select(n => KeyValuePair.Create(n.Key, $"{n.Value}, {size.Size.In(n.Key)}"))), $"/admin/products/{size.Product}");
        foreach (var product in await reads.Of<Product>().Where(p => products.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken))
            Name(product.Id.Value, product.Name, $"/admin/products/{product.Id}");
        var lots = ids.ConvertAll(i => new LotId(i));
        foreach (var lot in await reads.Of<Lot>().Where(l => lots.Contains(l.Id)).Select(l => new { l.Id, l.Number }).ToListAsync(cancellationToken))
            Name(lot.Id.Value, new(lot.Number), $"/admin/lots/{lot.Id}");
        var papers = ids.ConvertAll(i => new CertificateId(i));
        foreach (var paper in await reads.Of<Certificate>().IgnoreAutoIncludes().Where(c => papers.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken))
            Name(paper.Id.Value, paper.Name, $"/admin/certificates/{paper.Id}");
        foreach (var story in await reads.Of<Story>().IgnoreAutoIncludes().Where(s => stories.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToListAsync(cancellationToken))
            Name(story.Id.Value, story.Title, "/admin/stories");
        var reviews = ids.ConvertAll(i => new ReviewId(i));
        foreach (var review in await reads.Of<Review>().Where(r => reviews.Contains(r.Id)).Select(r => new { r.Id, r.ProductName }).ToListAsync(cancellationToken))
            Name(review.Id.Value, review.ProductName, "/admin/reviews");
        foreach (var category in await reads.Of<CategoryEntry>().Where(c => categories.Contains(c.Category)).OrderBy(c => c.From).ToListAsync(cancellationToken))
            Name(category.Category.Value, category.Name, "/admin/rules/categories");
    }

    private async Task PeopleAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var (applications, coops, makers) = (ids.ConvertAll(i => new SellerApplicationId(i)), ids.ConvertAll(i => new CooperativeId(i)), ids.ConvertAll(i => new MakerId(i)));
        foreach (var person in await reads.Of<Account>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.FullName }).ToListAsync(cancellationToken))
            Name(person.Id, new(person.FullName), $"/admin/people/{person.Id}");
        foreach (var application in await reads.Of<SellerApplication>().Where(a => applications.Contains(a.Id)).Select(a => new { a.Id, a.Details }).ToListAsync(cancellationToken))
            Name(application.Id.Value, new(application.Details.Name, application.Details.EnglishName), $"/admin/sellers/{application.Id}");
        foreach (var coop in await reads.Of<Cooperative>().Where(c => coops.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.Application }).ToListAsync(cancellationToken))
            Name(coop.Id.Value, coop.Name, $"/admin/sellers/{coop.Application}");
        foreach (var maker in await reads.Of<Maker>().Where(m => makers.Contains(m.Id)).Select(m => new { m.Id, m.Name }).ToListAsync(cancellationToken))
            Name(maker.Id.Value, new(maker.Name));
    }

    private async Task MoneyAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var (lines, refunds) = (ids.ConvertAll(i => new MoneyInId(i)), ids.ConvertAll(i => new RefundDueId(i)));
        foreach (var line in await reads.Of<MoneyIn>().Where(m => lines.Contains(m.Id)).Select(m => new { m.Id, m.Reference }).ToListAsync(cancellationToken))
            Name(line.Id.Value, new(line.Reference), $"/admin/payments/lines/{line.Id}");
        var owed = await reads.Of<RefundDue>().Where(r => refunds.Contains(r.Id)).Select(r => new { r.Id, r.Order }).ToListAsync(cancellationToken);
        var orders = owed.Select(r => r.Order).OfType<OrderId>().ToList();
        var codes = await reads.Of<Order>().IgnoreAutoIncludes().Where(o => orders.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code, cancellationToken);
        foreach (var refund in owed)
            Name(refund.Id.Value, new(refund.Order is { } order ? codes.GetValueOrDefault(order, "–") : "–"), $"/admin/payments/refunds/{refund.Id}");
    }

    private async Task TalkAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var (complaints, questions, payouts) = (ids.ConvertAll(i => new ComplaintId(i)), ids.ConvertAll(i => new QuestionId(i)), ids.ConvertAll(i => new PayoutId(i)));
        foreach (var complaint in await reads.Of<Complaint>().Where(c => complaints.Contains(c.Id)).Select(c => new { c.Id, c.Code }).ToListAsync(cancellationToken))
            Name(complaint.Id.Value, new(complaint.Code), $"/admin/complaints/{complaint.Id}");
        foreach (var question in await reads.Of<Question>().IgnoreAutoIncludes().Where(q => questions.Contains(q.Id)).Select(q => new { q.Id, q.Code }).ToListAsync(cancellationToken))
            Name(question.Id.Value, new(question.Code), $"/admin/questions/{question.Id}");
        foreach (var payout in await reads.Of<Payout>().Where(p => payouts.Contains(p.Id)).Join(reads.Of<PayoutRun>().IgnoreAutoIncludes(), p => p.Run, r => r.Id, (p, r) => new { p.Id, p.Position, r.Code }).ToListAsync(cancellationToken))
            Name(payout.Id.Value, new($"{payout.Code} {payout.Position}"), $"/admin/payouts/{payout.Code}/{payout.Position}");
    }
}

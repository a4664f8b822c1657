using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Who did what for whom, at the desks and in the office; the latest first.</summary>
internal static class AuditTrail
{
    internal const int PageSize = 50;
    private const int MostPeople = 50;

    /// <param name="Who">A name, e-mail, phone or id; empty for everybody.</param>
    /// <param name="Cooperative">A part of its name or address; empty for all.</param>
    /// <param name="What">Words of what was done, a part of the use case's name, or what it was about; empty for all.</param>
    /// <param name="From">The first day in Vietnam; null from the beginning.</param>
    /// <param name="To">The last day in Vietnam; null until now.</param>
    /// <param name="Before">Rows before this one, by id; null for the latest.</param>
    internal sealed record Query(Actor Actor, string Who, string Cooperative, string What, DateOnly? From, DateOnly? To, Guid? Before) : IQuery<View>, IForAdmin;

    /// <param name="Older">The id to ask for older rows with; null on the last page.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, Guid? Older);

    /// <param name="By">The actor as written down.</param>
    /// <param name="Name">The person's name; null for guests and for the market itself.</param>
    /// <param name="Cooperative">Null for the market's own doings.</param>
    /// <param name="About">As written down: a code, an id, a reference.</param>
    /// <param name="Subject">What that names; null where it is neither id nor code, or of something that is gone.</param>
    internal sealed record Row(
        Guid Id, DateTimeOffset At, string By, string? Name, LocalizedText? Cooperative, string What, string About, AuditSubject? Subject, string Address, AuditResult Result, string Reason);

    internal sealed class Handler(MarketReads reads, AuditSubjects subjects, Words words) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows = Between(reads.Of<AuditRow>(), query.From, query.To);
            if (query.Who.Length > 0)
            {
                var people = await PeopleAsync(query.Who, cancellationToken);
                rows = rows.Where(r => people.Contains(r.Actor));
            }

            if (query.Cooperative.Length > 0)
            {
                var coops = await CooperativesAsync(query.Cooperative, cancellationToken);
                rows = rows.Where(r => r.Cooperative != null && coops.Contains(r.Cooperative.Value));
            }

            if (query.What.Length > 0)
            {
                var about = await AboutAsync(query.What, cancellationToken);
                var deeds = words.NamesOf(query.What);
                rows = rows.Where(r => r.What.Contains(query.What) || deeds.Contains(r.What) || about.Contains(r.About));
            }

            if (query.Before is { } before)
                rows = rows.Where(r => r.Id.CompareTo(before) < 0);
            // Ids are UUIDv7: they sort by their making, in both databases.
            var found = await rows.OrderByDescending(r => r.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
            return new(await NamedAsync([.. found.Take(PageSize)], cancellationToken), found.Count > PageSize ? found[PageSize - 1].Id : null);
        }

        private static IQueryable<AuditRow> Between(IQueryable<AuditRow> rows, DateOnly? from, DateOnly? to)
        {
            if (from is { } first)
            {
                var start = VietnamDay.Begin(first);
                rows = rows.Where(r => r.At >= start);
            }

            if (to is { } last)
            {
                var end = VietnamDay.End(last);
                rows = rows.Where(r => r.At < end);
            }

            return rows;
        }

        private async Task<List<string>> PeopleAsync(string who, CancellationToken cancellationToken)
        {
            var upper = who.ToUpperInvariant();
            var phone = Phones.Read(who);
            var found = await reads.Of<Account>()
                .Where(a => a.FullName.Contains(who) || a.NormalizedEmail == upper || (phone != null && a.PhoneNumber == phone))
                .Select(a => a.Id).Take(MostPeople).ToListAsync(cancellationToken);
            return [who, .. found.Select(id => id.ToString())];
        }

        private async Task<List<CooperativeId>> CooperativesAsync(string name, CancellationToken cancellationToken)
        {
            var folded = Folding.Fold(name);
            var all = await reads.Of<Cooperative>().Select(c => new { c.Id, c.Slug, c.Name }).ToListAsync(cancellationToken);
            return [.. all.Where(c => c.Slug == name || c.Name.All.Values.Any(n => Folding.Fold(n).Contains(folded, StringComparison.Ordinal))).Select(c => c.Id)];
        }

        // An order's code stands for its parts and lines too, whose commands are written down by those ids, and for the money that came for it, by its reference or id.
        private async Task<List<string>> AboutAsync(string what, CancellationToken cancellationToken)
        {
            if (!PublicCode.TryParse(what, out var code))
                return [what];
            var parts = await reads.Of<Order>().Where(o => o.Code == code.Value).SelectMany(o => o.Parts).ToListAsync(cancellationToken);
            var money = await reads.Of<MoneyIn>().Where(m => reads.Of<Order>().Any(o => o.Id == m.Order && o.Code == code.Value)).Select(m => new { m.Id, m.Reference }).ToListAsync(cancellationToken);
            return [code.Value, .. money.Select(m => m.Reference), .. money.Select(m => m.Id.ToString()), .. parts.Select(p => p.OrderId.ToString()), .. parts.Select(p => p.Id.ToString()), .. parts.SelectMany(p => p.Lines).Select(l => l.Id.ToString())];
        }

        private async Task<IReadOnlyList<Row>> NamedAsync(List<AuditRow> rows, CancellationToken cancellationToken)
        {
            var ids = rows.Select(r => Guid.TryParse(r.Actor, out var id) ? id : Guid.Empty).Distinct().ToList();
            var people = await reads.Of<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id.ToString(), a => a.FullName, cancellationToken);
            var coops = rows.Select(r => r.Cooperative).OfType<CooperativeId>().Distinct().ToList();
            var names = await reads.Of<Cooperative>().Where(c => coops.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
            var about = await subjects.OfAsync(rows.ConvertAll(r => r.About), cancellationToken);
            return [.. rows.Select(r => new Row(
                r.Id, r.At, r.Actor, people.GetValueOrDefault(r.Actor), r.Cooperative is { } coop ? names.GetValueOrDefault(coop) : null,
                r.What, r.About, about.GetValueOrDefault(r.About), r.Address, r.Result, r.Reason ?? ""))];
        }
    }
}

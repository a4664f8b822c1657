using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Lays what was read of the card gateway's books beside ours, in both directions and by currency, and writes down what it found: each
/// line and row that nothing explains, and what is held.
/// </summary>
internal static class CompareCardBooks
{
    /// <summary>Sent by the comparison; never by a page.</summary>
    /// <param name="Pages">Pages that were paid, of another amount than ours says.</param>
    /// <param name="Strange">Lines in a currency that the market doesn't know.</param>
    /// <param name="Held">What the gateway says that it holds of each currency; null where that changed while its lines were read.</param>
    internal sealed record Command(Actor Actor, IReadOnlyList<string> Pages, IReadOnlyList<string> Strange, IReadOnlyDictionary<Currency, long>? Held) : ICommand<Outcome<List<string>>>, IForAdmin, ISerialized;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Pages).NotNull().WithMessage("payments.feed.flaw");
    }

    internal sealed class Handler(MarketDb db, CardHoldings holdings, OnlyOurs ours, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<List<string>>>
    {
        public async Task<Outcome<List<string>>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var open = await db.Set<CardMove>().AsNoTracking().Where(m => m.State == CardMoveState.Waiting || m.State == CardMoveState.Unexplained || m.ChangedAt != null)
                .OrderBy(m => m.HappenedAt).ToListAsync(cancellationToken);
            var alone = await ours.AllAsync(now, cancellationToken);
            var held = await HeldAsync([.. open.Where(m => m.IsOpen)], alone, cancellationToken);
            var comparison = CardComparison.Of(
                ids.New<CardComparisonId>(), await db.Set<CardMove>().CountAsync(cancellationToken), open.Count(m => m.State == CardMoveState.Waiting),
                [
                    .. request.Pages.Select(p => new Difference(CardDifferenceKind.Page, p, null)),
                    .. request.Strange.Select(s => new Difference(CardDifferenceKind.Strange, s, null)),
                    .. open.Where(m => m.NeedsWord).Select(m => new Difference(CardDifferenceKind.OnlyTheirs, m.Called, m.Net)),
                    .. await ours.ContradictedAsync(now, cancellationToken),
                    .. alone.Where(r => r.Name.Length > 0 && r.At < now - CardBook.Settled).Select(r => new Difference(CardDifferenceKind.OnlyOurs, r.Name, r.Moved[0])),
                    .. held.SelectMany(h => Sums(h, request.Held)),
                ],
                held, now);
            db.Add(comparison);
            return comparison.Differences.Select(d => d.Name).ToList();
        }

        private async Task<List<HeldAtCards>> HeldAsync(List<CardMove> open, IReadOnlyList<OnlyOurs.Row> alone, CancellationToken cancellationToken)
        {
            var theirs = await db.Set<CardMove>().GroupBy(m => m.Amount.Currency).Select(g => new { g.Key, Net = g.Sum(m => m.Amount.Minor - m.Fee.Minor) }).ToDictionaryAsync(g => g.Key, g => g.Net, cancellationToken);
            List<Money> own = [await holdings.OfAsync(Currency.VND, cancellationToken), .. await holdings.ForeignAsync(cancellationToken)];
            List<HeldAtCards> held = [];
            foreach (var currency in theirs.Keys.Union(own.Select(o => o.Currency)).Order())
            {
                var way = open.Where(m => m.Amount.Currency == currency).Sum(m => m.Net.Minor) - alone.SelectMany(r => r.Moved).Where(m => m.Currency == currency).Sum(m => m.Minor);
                held.Add(new(new(theirs.GetValueOrDefault(currency), currency), own.Find(o => o.Currency == currency) is { } some && some.Currency == currency ? some : Money.Zero(currency), new(way, currency)));
            }

            return held;
        }

        private static IEnumerable<Difference> Sums(HeldAtCards held, IReadOnlyDictionary<Currency, long>? said)
        {
            var currency = held.Theirs.Currency;
            if (said is not null && said.GetValueOrDefault(currency) is var there && there != held.Theirs.Minor)
                yield return new(CardDifferenceKind.TheirSum, $"{currency}", new Money(there, currency) - held.Theirs);
            else if (held.Theirs - held.Ours - held.OnTheWay is { IsZero: false } rest)
                yield return new(CardDifferenceKind.Sum, $"{currency}", rest);
        }
    }
}

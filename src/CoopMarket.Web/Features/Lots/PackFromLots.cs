using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Whoever packs says out of which lots she really packed: what she left goes back to its lots, what she took is taken.</summary>
internal static class PackFromLots
{
    private const int MostFields = 500;

    /// <param name="Pieces">How many, by <see cref="LotsToPack.Choice.Key"/>; of lines that are not named nothing changes.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, string Code, IReadOnlyDictionary<string, string?> Pieces) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Packing;

        public string About => Code;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Pieces).Must(p => p.Count <= MostFields && p.All(f => Read(f.Key) is not null && Typed.IsCountOrNone(f.Value, ChangeLotStock.Most))).WithMessage("lots.flaw.pieces");
    }

    private static (OrderLineId Line, LotId Lot)? Read(string key)
        => key.Split(':') is [var line, var lot] && Guid.TryParse(line, out var a) && Guid.TryParse(lot, out var b) ? (new OrderLineId(a), new LotId(b)) : null;

    internal sealed class Handler(MarketDb db, PartsToPack parts, SizeStock sizes, LotBook book, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await parts.OfAsync(command.Cooperative, command.Code, cancellationToken) is not { } seen)
                return new NotFound();
            await parts.HoldAsync(seen.Order, cancellationToken);
            // Read again behind the lock: some of it may have been declined, or it was sent.
            if (await parts.OfAsync(command.Cooperative, command.Code, cancellationToken) is not { MayChange: true } part)
                return new NotWithThisLot();
            var wanted = command.Pieces.Select(p => (At: Read(p.Key)!.Value, Pieces: Typed.Count(p.Value))).ToLookup(p => p.At.Line, p => (p.At.Lot, p.Pieces));
            if (wanted.Any(w => part.Lines.All(l => l.Id != w.Key)))
                return new NotFound();
            // In one order for all, as orders take them.
            foreach (var line in part.Lines.Where(l => wanted.Contains(l.Id)).OrderBy(l => l.Variant.Value))
                if (await SetAsync(command.Cooperative, line, wanted[line.Id].Where(w => w.Pieces > 0).ToDictionary(w => w.Lot, w => w.Pieces), cancellationToken) is { } refusal)
                    return refusal;
            return Outcome.Done;
        }

        private async Task<Refusal?> SetAsync(CooperativeId cooperative, LineToPack line, Dictionary<LotId, int> wanted, CancellationToken cancellationToken)
        {
            var onHand = await sizes.HoldAsync(line.Variant, cancellationToken);
            var before = await db.Set<Allotment>().Where(a => a.Line == line.Id).ToListAsync(cancellationToken);
            var takes = before.Exists(a => a.TookStock);
            var (all, sum) = (takes ? before.Sum(a => a.Pieces) : line.Left, wanted.Values.Sum(p => (long)p));
            if (takes ? sum != all : sum > all)
                return new NotThatManyOfLots(line.ProductName.In(Languages.Current), all);
            var ids = wanted.Keys.Concat(before.Select(a => a.Lot)).Distinct().ToList();
            var lots = await db.Set<Lot>().Where(l => ids.Contains(l.Id) && l.Cooperative == cooperative && l.Product == line.Product).ToDictionaryAsync(l => l.Id, cancellationToken);
            if (lots.Count != ids.Count)
                return new NotFound();
            foreach (var id in ids.OrderBy(i => i.Value))
            {
                var (lot, was, now) = (lots[id], before.Find(a => a.Lot == id), wanted.GetValueOrDefault(id));
                var more = now - (was?.Pieces ?? 0);
                if (more > 0 && !(lot.IsForSaleOn(VietnamDay.Of(time.Now())) && await book.HoldAsync(id, cancellationToken)))
                    return new LotNotForSale(lot.Number);
                if (takes && more > 0 && !await book.TakeAsync(id, line.Variant, more, cancellationToken))
                    return new LotStockMoved(await db.Set<LotStock>().Where(s => s.Lot == id && s.Variant == line.Variant).Select(s => s.Pieces).FirstOrDefaultAsync(cancellationToken));
                // What comes back of a lot that is not for sale is laid aside: the other lots can't have as many, where not even the size has.
                if (takes && more < 0 && !await book.PutAsync(lot, line.Variant, -more, cancellationToken))
                    return new LotStockMoved(onHand);
                if (was is null && now > 0)
                    db.Add(Allotment.Of(line.Id, id, line.Variant, now, takes));
                else if (was is not null && now == 0)
                    db.Remove(was);
                else
                    was?.Set(now);
            }

            return null;
        }
    }
}

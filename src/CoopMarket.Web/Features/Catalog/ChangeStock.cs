using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Stock was received, counted or spoiled. Orders may take from it meanwhile, so each is one conditional update.</summary>
internal static class ChangeStock
{
    internal sealed class Form
    {
        public VariantId Variant { get; set; }

        public StockCause? Cause { get; set; }

        public string? Quantity { get; set; }

        public string? Reason { get; set; }

        /// <summary>What the page showed.</summary>
        public int Seen { get; set; }
    }

    /// <param name="Quantity">Received or spoiled: how many. Counted: how many there are.</param>
    /// <param name="Seen">What was on hand when she counted; only for counting.</param>
    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, ProductId Product, VariantId Variant, StockCause? Cause, string? Quantity, string? Reason, int Seen)
        : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Any;

        public string About => Variant.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Cause).Must(c => c is StockCause.Received or StockCause.Counted or StockCause.Spoiled).WithMessage("catalog.flaw.cause");
            When(c => c.Cause == StockCause.Counted, () => RuleFor(c => c.Quantity).IsCount(0, Variant.MostOnHand))
                .Otherwise(() => RuleFor(c => c.Quantity).IsCount(1, Variant.MostOnHand));
            When(c => c.Cause == StockCause.Received, () => RuleFor(c => c.Reason).IsText(Typed.Sentence))
                .Otherwise(() => RuleFor(c => c.Reason).IsText(Typed.Sentence, "catalog.flaw.reason"));
        }
    }

    internal sealed class Handler(MarketDb db, AheadShelf ahead, KeptProducts kept, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var mine = db.Set<Variant>().Where(v => v.Id == command.Variant && v.Product == command.Product)
                .Where(v => db.Set<Product>().Any(p => p.Id == v.Product && p.Cooperative == command.Cooperative));
            var quantity = Typed.Count(command.Quantity)!.Value;
            // What came in goes first to those who ordered ahead; only the rest can be sold.
            var aside = command.Cause == StockCause.Received && await mine.AnyAsync(cancellationToken) ? await ahead.ReceiveAsync(command.Variant, quantity, cancellationToken) : 0;
            var (change, where) = command.Cause switch
            {
                StockCause.Received => (quantity, mine.Where(v => v.OnHand <= Variant.MostOnHand - quantity)),
                StockCause.Spoiled => (-quantity, mine.Where(v => v.OnHand >= quantity)),
                _ => (quantity - command.Seen, mine.Where(v => v.OnHand == command.Seen)),
            };
            var changed = await where.ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, v => v.OnHand + change - aside), cancellationToken);
            if (changed == 0)
                return await mine.Select(v => (int?)v.OnHand).FirstOrDefaultAsync(cancellationToken) is { } now ? new StockMoved(now) : new NotFound();
            // Asked behind the lock: whoever held the size may have begun to keep it by lot.
            if (await kept.IsKeptAsync(command.Product, cancellationToken))
                return new StockIsByLot();
            if (change != 0)
                db.Add(StockMove.Note(ids.New<StockMoveId>(), command.Variant, command.Cause!.Value, change, Typed.Text(command.Reason, Typed.Sentence), command.Actor.Person, time.Now()));
            if (aside > 0)
                db.Add(StockMove.Note(ids.New<StockMoveId>(), command.Variant, StockCause.LaidAside, -aside, "", command.Actor.Person, time.Now()));
            return Outcome.Done;
        }
    }
}

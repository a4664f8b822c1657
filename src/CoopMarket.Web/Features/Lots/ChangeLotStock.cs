using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Some of a lot was received, counted or spoiled, of a product whose stock is kept by lot. The size's stock goes with it.</summary>
internal static class ChangeLotStock
{
    /// <summary>The most pieces that can be typed.</summary>
    public const int Most = 1_000_000;

    internal sealed class Form
    {
        public VariantId Variant { get; set; }

        public StockCause? Cause { get; set; }

        public string? Quantity { get; set; }

        public string? Reason { get; set; }

        /// <summary>What the page showed.</summary>
        public int Seen { get; set; }
    }

    /// <param name="Quantity">Received or spoiled: how many. Counted: how many there are of the lot.</param>
    /// <param name="Seen">How many of the lot there were when she counted; only for counting.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, LotId Lot, VariantId Variant, StockCause? Cause, string? Quantity, string? Reason, int Seen) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Any;

        public string About => Lot.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Cause).Must(c => c is StockCause.Received or StockCause.Counted or StockCause.Spoiled).WithMessage("catalog.flaw.cause");
            RuleFor(c => c.Quantity).Must((c, q) => TypedNumber.Read(q, c.Cause == StockCause.Counted ? 0 : 1, Most, out _) == NumberVerdict.Whole)
                .WithMessage("lots.flaw.quantity").WithState(_ => new object[] { Most });
            RuleFor(c => c.Reason).IsTextOrNone();
            RuleFor(c => c.Reason).Must(r => Typed.Text(r).Length > 0).When(c => c.Cause is StockCause.Counted or StockCause.Spoiled).WithMessage("catalog.flaw.reason");
        }
    }

    internal sealed class Handler(MarketDb db, LotDrawer drawer, LotBook book, KeptProducts kept, ProductSheets products, SizeStock sizes, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OneAsync(command.Cooperative, command.Lot, cancellationToken) is not { } lot
                || (await products.OneAsync(command.Cooperative, lot.Product, cancellationToken))?.Sizes.Any(s => s.Id == command.Variant) != true)
                return new NotFound();
            var (quantity, why) = (Typed.Count(command.Quantity), $"{lot.Number}: {Typed.Text(command.Reason)}".TrimEnd(':', ' '));
            if (!lot.IsForSaleOn(VietnamDay.Of(time.Now())))
                return new NotWithThisLot();
            var change = command.Cause switch
            {
                StockCause.Received => await sizes.ReceiveAsync(command.Variant, quantity, why, command.Actor.Person, cancellationToken),
                StockCause.Spoiled => await MoveAsync(command, -quantity, why, cancellationToken),
                _ => await MoveAsync(command, quantity - command.Seen, why, cancellationToken),
            };
            // Asked behind the lock: whoever held the size may have begun or ended it.
            if (!await kept.IsKeptAsync(lot.Product, cancellationToken))
                return new NotWithThisLot();
            var there = await db.Set<LotStock>().AsNoTracking().Where(s => s.Lot == lot.Id && s.Variant == command.Variant).Select(s => s.Pieces).FirstOrDefaultAsync(cancellationToken);
            if (change is not { } more || there + more < 0 || (command.Cause == StockCause.Counted && there != command.Seen))
                return new LotStockMoved(there);
            if (command.Cause == StockCause.Received && lot.State == LotState.Closed)
                lot.Reopen();
            await book.AddAsync(lot.Id, command.Variant, more, 0, cancellationToken);
            return Outcome.Done;
        }

        private async Task<int?> MoveAsync(Command command, int change, string why, CancellationToken cancellationToken)
            => await sizes.MoveAsync(command.Variant, command.Cause!.Value, change, why, command.Actor.Person, cancellationToken) ? change : null;
    }
}

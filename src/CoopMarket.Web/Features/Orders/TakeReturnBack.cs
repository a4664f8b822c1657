using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// What a buyer sent back is at the cooperative again: what is due for it goes back to her, and what is good goes on the shelf. Where
/// it is not as it must be, less goes back, or nothing, and she reads why.
/// </summary>
internal static class TakeReturnBack
{
    /// <param name="Amount">In đồng as typed, from 0; empty: all that is due.</param>
    /// <param name="Reason">What the buyer reads; where less than all goes back, why.</param>
    /// <param name="Restock">Whether it can be sold again.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ReturnId Return, string Amount, string Reason, bool Restock)
        : ICommand<Outcome<Money>>, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Return.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Amount).Must(a => string.IsNullOrWhiteSpace(a) || TypedNumber.ReadDong(a, 0, Money.Most, out _) == NumberVerdict.Whole).WithMessage("orders.return.amount.flaw");
            RuleFor(c => c.Reason).Must(r => Typed.IsTextOrNone(r, DeclineLine.MostReason)).WithMessage("orders.decline.reason").WithState(_ => Typed.Most(DeclineLine.MostReason));
        }
    }

    internal sealed class Handler(OrderDrawer drawer, Returns returns, TimeProvider time) : IRequestHandler<Command, Outcome<Money>>
    {
        public async Task<Outcome<Money>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await returns.OneAsync(command.Cooperative, command.Return, cancellationToken) is not { } back
                || await drawer.OfPartAsync(command.Cooperative, back.SellerOrder, cancellationToken) is not { } order)
                return new NotFound();
            var due = await returns.DueAsync(order, back, cancellationToken);
            var amount = TypedNumber.ReadDong(command.Amount, 0, Money.Most, out var dong) == NumberVerdict.Whole ? due.All with { Minor = dong } : due.All;
            if (amount > due.All)
                return new MoreThanPaid(due.All.Minor);
            if (amount < due.All && string.IsNullOrWhiteSpace(command.Reason))
                return Outcome<Money>.Invalid(nameof(command.Reason), "orders.return.less.why");
            var isNothing = amount.IsZero && !due.All.IsZero;
            // What can be sold again is worth something: goods and money are not kept both.
            if (isNothing && command.Restock)
                return Outcome<Money>.Invalid(nameof(command.Restock), "orders.return.nothing.restock");
            var outcome = isNothing
                ? order.FindWanting(back, Typed.Clean(command.Reason), time.Now())
                : order.TakeBack(back, returns.Plans(due, amount), Typed.Clean(command.Reason), time.Now(), isLess: amount < due.All);
            if (!outcome.IsDone)
                return outcome.Refusal!;
            if (command.Restock)
                await drawer.GiveBackAsync(order, [.. back.Lines.Select(l => (order.Part(back.SellerOrder)!.Line(l.Line), l.Quantity))], cancellationToken);
            return amount;
        }
    }
}

using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What a buyer sent back is at the cooperative again: what is due for it goes back to her, and what is good goes on the shelf.</summary>
internal static class TakeReturnBack
{
    /// <param name="Amount">In đồng as typed; empty: all that is due.</param>
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
            RuleFor(c => c.Amount).Must(a => string.IsNullOrWhiteSpace(a) || TypedNumber.ReadDong(a, 1, Money.Most, out _) == NumberVerdict.Whole).WithMessage("orders.refund.amount.flaw");
            RuleFor(c => c.Reason).Must(r => Typed.IsTextOrNone(r, DeclineLine.MostReason)).WithMessage("orders.decline.reason").WithState(_ => Typed.Most(DeclineLine.MostReason));
        }
    }

    internal sealed class Handler(OrderDrawer drawer, Returns returns, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<Money>>
    {
        public async Task<Outcome<Money>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await returns.OneAsync(command.Cooperative, command.Return, cancellationToken) is not { } back
                || await drawer.OfPartAsync(command.Cooperative, back.SellerOrder, cancellationToken) is not { } order)
                return new NotFound();
            var due = order.DueFor(back, (await returns.OfOrderAsync(order.Id, cancellationToken)).FindAll(r => r.SellerOrder == back.SellerOrder));
            var all = Money.Sum(due.Select(d => d.Amount), order.Total.Currency);
            var amount = TypedNumber.ReadDong(command.Amount, 1, Money.Most, out var dong) == NumberVerdict.Whole ? all with { Minor = dong } : all;
            if (amount > all)
                return new MoreThanPaid(all.Minor);
            if (amount < all && string.IsNullOrWhiteSpace(command.Reason))
                return Outcome<Money>.Invalid(nameof(command.Reason), "orders.return.less.why");
            var outcome = order.TakeBack(back, Plans(due, amount), Typed.Clean(command.Reason), time.Now());
            if (!outcome.IsDone)
                return outcome.Refusal!;
            if (command.Restock)
                await drawer.GiveBackAsync(order, [.. back.Lines.Select(l => (order.Part(back.SellerOrder)!.Line(l.Line), l.Quantity))], cancellationToken);
            return amount;
        }

        private List<RefundPlan> Plans(IReadOnlyList<(OrderLineId? Line, Money Amount)> due, Money amount)
            => due.Count == 0 ? [] : [.. due.Zip(Allocation.Split(amount, [.. due.Select(d => d.Amount.Minor)])).Where(t => !t.Second.IsZero).Select(t => new RefundPlan(ids.New<PartRefundId>(), t.First.Line, t.Second))];
    }
}

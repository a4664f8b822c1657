using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The cooperative gives back some or all of what arrived: taken from its share, or netted from its next payout.</summary>
internal static class RefundSellerOrder
{
    /// <summary>«What» for everything, goods and delivery.</summary>
    public const string Everything = "all";

    /// <summary>«What» for the delivery alone; otherwise it is a line's id.</summary>
    public const string Delivery = "delivery";

    /// <param name="What">Everything, the delivery, or a line's id.</param>
    /// <param name="Amount">In đồng as typed; empty: all that was not given back of it yet.</param>
    /// <param name="Reason">What the buyer reads.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, SellerOrderId Part, string What, string Amount, string Reason)
        : ICommand<Outcome<Money>>, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.What).Must(w => w is Everything or Delivery || Guid.TryParse(w, out _)).WithMessage("orders.refund.what.flaw");
            RuleFor(c => c.Amount).Must(a => string.IsNullOrWhiteSpace(a) || TypedNumber.ReadDong(a, 1, Money.Most, out _) == NumberVerdict.Whole).WithMessage("orders.refund.amount.flaw");
            RuleFor(c => c.Reason).Must(r => Typed.IsText(r, DeclineLine.MostReason)).WithMessage("orders.decline.reason").WithState(_ => Typed.Most(DeclineLine.MostReason));
        }
    }

    internal sealed class Handler(OrderDrawer drawer, Returns returns, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<Money>>
    {
        public async Task<Outcome<Money>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OfPartAsync(command.Cooperative, command.Part, cancellationToken) is not { } order || order.Part(command.Part) is not { } part)
                return new NotFound();
            List<OrderLineId?> things = command.What switch
            {
                Everything => [.. part.Lines.Select(l => (OrderLineId?)l.Id), null],
                Delivery => [null],
                var line => [.. part.Lines.Where(l => l.Id.Value == Guid.Parse(line)).Select(l => (OrderLineId?)l.Id)],
            };
            if (things.Count == 0)
                return new NotFound();
            var left = things.ConvertAll(part.Refundable);
            var all = Money.Sum(left, part.Goods.Currency);
            if (all.IsZero)
                return new WrongStep();
            var amount = TypedNumber.ReadDong(command.Amount, 1, Money.Most, out var dong) == NumberVerdict.Whole ? all with { Minor = dong } : all;
            if (amount > all)
                return new MoreThanPaid(all.Minor);
            var shares = Allocation.Split(amount, [.. left.Select(l => l.Minor)]);
            List<RefundPlan> plans = [.. things.Zip(shares).Where(t => !t.Second.IsZero).Select(t => new RefundPlan(ids.New<PartRefundId>(), t.First, t.Second))];
            var outcome = order.Refund(command.Part, plans, Typed.Clean(command.Reason), time.Now());
            if (!outcome.IsDone)
                return outcome.Refusal!;
            await returns.VoidPaidAsync(order, command.Part, cancellationToken);
            return amount;
        }
    }
}

using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What an admin says when she settles a return.</summary>
internal interface ISettleReturns
{
    Actor Actor { get; }

    string Code { get; }

    ReturnId Return { get; }

    string? Amount { get; }

    string? Why { get; }
}

/// <summary>An amount from 0, and words for both sides.</summary>
internal abstract class SettlesReturns<TCommand> : AbstractValidator<TCommand>
    where TCommand : ISettleReturns
{
    protected SettlesReturns()
    {
        RuleFor(c => c.Amount).Must(a => TypedNumber.ReadDong(a, 0, Money.Most, out _) == NumberVerdict.Whole).WithMessage("orders.return.amount.flaw");
        RuleFor(c => c.Why).Must(w => Typed.IsText(w ?? "", DeclineLine.MostReason)).WithMessage("orders.decline.reason").WithState(_ => Typed.Most(DeclineLine.MostReason));
    }
}

/// <summary>How an admin who is on neither side settles a return. Works inside the caller's transaction.</summary>
internal sealed class ReturnsForAdmin(OrderDrawer drawer, Returns returns, OwnDesk own)
{
    /// <param name="settle">What becomes of it, with what is given back and why.</param>
    /// <returns>What goes back.</returns>
    public async Task<Outcome<Money>> SettleAsync(ISettleReturns command, Func<Order, Return, IReadOnlyList<RefundPlan>, string, Outcome> settle, CancellationToken cancellationToken)
    {
        if (await returns.OneAsync(command.Code, command.Return, cancellationToken) is not { } back || await drawer.OneAsync(back.Order, cancellationToken) is not { } order)
            return new NotFound();
        if (order.Buyer is { } buyer && buyer == command.Actor.Person)
            return new OwnAffair();
        if (await own.RefuseAsync(command.Actor, back.Cooperative, cancellationToken) is { } hers)
            return hers;
        var due = await returns.DueAsync(order, back, cancellationToken);
        _ = TypedNumber.ReadDong(command.Amount, 0, Money.Most, out var dong);
        var amount = due.All with { Minor = dong };
        if (amount > due.All)
            return new MoreThanPaid(due.All.Minor);
        var outcome = settle(order, back, returns.Plans(due, amount), Typed.Clean(command.Why!));
        return outcome.IsDone ? amount : outcome.Refusal!;
    }
}

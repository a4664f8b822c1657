using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>A buyer withdraws from what she bought, or some of it. Her order's link is enough; nobody has to sign in for it.</summary>
internal static class WithdrawOrder
{
    internal sealed class Form
    {
        public string? Name { get; set; }

        /// <summary>How many, by the line's id.</summary>
        public Dictionary<string, string> Pieces { get; set; } = [];

        /// <summary>The parts that were not sent yet and are called off, each as a whole.</summary>
        public List<string> Parts { get; set; } = [];

        public bool IsUnopened { get; set; }
    }

    /// <param name="IsSure">Whether she confirms it; else it is only looked at whether she could.</param>
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, string Name, IReadOnlyDictionary<string, string> Pieces, bool IsUnopened, bool IsSure = true) : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Must(n => Typed.IsText(n, Typed.MostName)).WithMessage("orders.form.name").WithState(_ => Typed.Most(Typed.MostName));
            RuleFor(c => c.Pieces).Must(ReturnPieces.AreGood).WithMessage("orders.return.pieces.flaw");
        }
    }

    internal sealed class Handler(OrderDrawer drawer, Withdrawals withdrawals) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.ByCodeAsync(command.OrderCode, cancellationToken) is not { } order
                ? new NotFound()
                : command.IsSure
                    ? await withdrawals.DeclareAsync(order, Typed.Clean(command.Name), command.Pieces, command.IsUnopened, cancellationToken)
                    : await withdrawals.LookAsync(order, command.Pieces, command.IsUnopened, cancellationToken);
    }
}

using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>The second step of signing in: the code of the app, or one of the recovery codes. Each is good once.</summary>
internal static class EnterCode
{
    internal sealed class Form
    {
        public string? Code { get; set; }

        /// <summary>A recovery code, in its place.</summary>
        public string? Recovery { get; set; }

        public string? ReturnUrl { get; set; }
    }

    /// <param name="Ticket">What the right password gave.</param>
    /// <param name="Device">What the browser calls itself.</param>
    internal sealed record Command(Actor Actor, string? Ticket, string? Code, string Device) : ICommand<Outcome<SignedIn>>, IForAnyone, IEntrance, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).Must(Factors.IsCode).WithMessage("accounts.factor.code.wrong");
    }

    internal sealed class Handler(HalfWay halfWay, OwnFactor own) : IRequestHandler<Command, Outcome<SignedIn>>
    {
        public async Task<Outcome<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await halfWay.OfAsync(command.Ticket, cancellationToken) is not { } account)
                return new SignInAgain();
            if (account.SuspendedAt is not null)
                return new AccountSuspended();
            return await own.EnterAsync(account, nameof(command.Code), command.Code, command.Actor, command.Device, null, cancellationToken);
        }
    }
}

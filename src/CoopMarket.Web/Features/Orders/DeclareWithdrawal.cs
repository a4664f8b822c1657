using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// Somebody withdraws from an order without its link: by its code and the e-mail that she ordered with. The answer is the same and as
/// quick for every code and address; what it does, and the dated mail, follow where they belong together.
/// </summary>
internal static class DeclareWithdrawal
{
    internal sealed class Form
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public bool IsUnopened { get; set; }
    }

    /// <param name="IsSure">Whether she confirms it; else only what she typed is looked at.</param>
    internal sealed record Command(Actor Actor, string? Code, string? Name, string? Email, bool IsUnopened, bool IsSure) : ICommand, IForAnyone;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Must(c => PublicCode.TryParse(c, out _)).WithMessage("orders.link.code.wrong");
            RuleFor(c => c.Name).Must(n => Typed.IsText(n ?? "", Typed.MostName)).WithMessage("orders.form.name").WithState(_ => Typed.Most(Typed.MostName));
            RuleFor(c => c.Email).Must(e => MailAddresses.Read(e) is not null).WithMessage("orders.link.email.wrong");
        }
    }

    internal sealed class Handler(Outbox outbox) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.IsSure)
                outbox.Raise(new WithdrawalDeclared(PublicCode.Parse(command.Code!).Value, Typed.Clean(command.Name!), MailAddresses.Read(command.Email)!, command.IsUnopened));
            return Task.FromResult(Outcome.Done);
        }
    }
}

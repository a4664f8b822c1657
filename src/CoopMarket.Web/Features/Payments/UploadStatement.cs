using System.Text.Json;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Sheets;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin uploads a bank's statement. It is read whole and shown; no line is taken in before she says so.</summary>
internal static class UploadStatement
{
    public const int MostBytes = 10 * 1024 * 1024;

    private const int LongestName = 100;
    private const int MostSeen = 60;

    /// <param name="Name">As the file is called.</param>
    /// <param name="Content">Null where none was chosen.</param>
    internal sealed record Command(Actor Actor, string? Name, byte[]? Content) : ICommand<Outcome<StatementId>>, IForAdmin, IAbout
    {
        public string About => CleanText.OneLine(Name);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Content).Must(c => c is { Length: > 0 }).OverridePropertyName("Upload").WithMessage("payments.statement.flaw.none");
            RuleFor(c => c.Content).Must(c => c is not { Length: > MostBytes }).OverridePropertyName("Upload").WithMessage("payments.statement.flaw.size");
        }
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<StatementId>>
    {
        public Task<Outcome<StatementId>> Handle(Command request, CancellationToken cancellationToken) => Task.FromResult(Keep(request));

        private Outcome<StatementId> Keep(Command request)
        {
            StatementFlaw? told = null;
            foreach (var rows in SheetFile.Read(request.Content!))
            {
                if (BankStatement.Read(rows, out var flaw) is { } statement)
                {
                    var upload = StatementUpload.Of(ids.New<StatementId>(), CleanText.Cut(CleanText.OneLine(request.Name), LongestName), statement, JsonSerializer.Serialize(statement.Lines, Json.Options), time.Now());
                    db.Add(upload);
                    return upload.Id;
                }

                // Read with the wrong separator it has no head: the other flaw tells more.
                if (told is null or { Fault: StatementFault.NoHead })
                    told = flaw;
            }

            return told is null
                ? Outcome<StatementId>.Invalid("Upload", "payments.statement.flaw.kind")
                : Outcome<StatementId>.Invalid("Upload", "payments.statement.flaw." + told.Fault + (told is { Fault: StatementFault.DoesNotAddUp, Row: 0 } ? ".whole" : ""), told.Row, Short(told.Seen));
        }

        private static string Short(string seen) => CleanText.Cut(CleanText.OneLine(seen), MostSeen);
    }
}

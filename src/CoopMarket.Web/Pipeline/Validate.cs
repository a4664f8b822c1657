using CoopMarket.Domain.Shared;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Pipeline;

/// <summary>
/// Checks the shape of what was typed. A rule's message is the key of a sentence; what the sentence mentions is the
/// rule's state, an <c>object[]</c>.
/// </summary>
internal sealed class Validate<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        List<Flaw> flaws = [];
        foreach (var validator in validators)
        {
            var found = await validator.ValidateAsync(request, cancellationToken);
            flaws.AddRange(found.Errors.Select(e => new Flaw(e.PropertyName, e.ErrorMessage, e.CustomState as object[] ?? [])));
        }

        return flaws.Count == 0 ? await next() : TResponse.Invalid([.. flaws.DistinctBy(f => f.Path)]);
    }
}

/**
 * Several services in one repository: {@link wheelbase.bake.ServiceSearch} finds them, {@link
 * wheelbase.bake.BakePlan} says what is built of them and what they share, and {@link
 * wheelbase.bake.BakeFileWriter} turns that into a {@code docker-bake.hcl} through {@code
 * templates/}.
 */
package wheelbase.bake;
